import { readConfig, type Config } from '../config.js'
import { Failure } from './failure.js'

/** Options that commands share with the environment. */
export interface ServerOptions {
  host?: string
  port?: string
  data?: string
}

/** The environment's configuration, where options go first; refuses values that make no sense. */
export function configOf(options: ServerOptions = {}): Config {
  const { host, port, data } = options
  try {
    return readConfig({ ...process.env, ...(host && { STELE_HOST: host }), ...(port && { STELE_PORT: port }), ...(data && { STELE_DATA: data }) })
  } catch (error) {
    throw new Failure(error instanceof Error ? error.message : String(error))
  }
}
