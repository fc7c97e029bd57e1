import { resolve } from 'node:path'

/** Everything that the environment decides. docs/self-hosting.md lists the variables; a test compares. */
export interface Config {
  /** Folder of the database. STELE_DATA */
  data: string
  /** STELE_HOST */
  host: string
  /** STELE_PORT */
  port: number
  /** Address under which people reach it, without a final slash. STELE_URL */
  url: string
  /** Whether an empty database gets the demonstration project. STELE_DEMO=off: no */
  demo: boolean
  /** smtp://user:password@host:port; without it no mail is sent. STELE_SMTP */
  smtp: string | null
  /** Sender of mails. STELE_MAIL_FROM */
  mailFrom: string
  /** Largest document that is accepted, in bytes. STELE_UPLOAD_LIMIT, in MiB */
  uploadLimit: number
  /** How many proxies stand in front, for the client's address. STELE_TRUST_PROXY */
  trustProxy: number
  /** STELE_LOG: silent, error, warn, info, debug */
  logLevel: string
}

/** Reads the environment; throws an Error that names the variable where a value makes no sense. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const whole = (name: string, otherwise: number, from: number, to: number): number => {
    const value = env[name]
    if (value === undefined || value === '') return otherwise
    const number = Number(value)
    if (!Number.isInteger(number) || number < from || number > to) throw new Error(`${name} is "${value}", but must be a whole number from ${from} to ${to}`)
    return number
  }
  const host = env.STELE_HOST || '127.0.0.1'
  const port = whole('STELE_PORT', 4000, 0, 65535)
  return {
    data: resolve(env.STELE_DATA || 'data'),
    host,
    port,
    url: (env.STELE_URL || `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`).replace(/\/+$/, ''),
    demo: env.STELE_DEMO !== 'off',
    smtp: env.STELE_SMTP || null,
    mailFrom: env.STELE_MAIL_FROM || 'Stele <stele@localhost>',
    uploadLimit: whole('STELE_UPLOAD_LIMIT', 64, 1, 1024) * 1024 * 1024,
    trustProxy: whole('STELE_TRUST_PROXY', 0, 0, 10),
    logLevel: env.STELE_LOG || 'info',
  }
}
