import { createServer, type Server } from 'node:http'
import { pino, type Logger } from 'pino'
import { createFirstAdministrator } from './actions/createAccount.js'
import { createDemonstration } from './actions/createDemonstration.js'
import { makeSignInLink } from './actions/makeSignInLink.js'
import { operator } from './actions/operator.js'
import { sweepUnfinished } from './actions/sweepUnfinished.js'
import { readConfig, type Config } from './config.js'
import { Refusal } from './errors.js'
import { createMailer } from './connectors/mail.js'
import { createApp } from './http/app.js'
import { endStreams } from './http/events.js'
import type { Services } from './http/handler.js'
import { openData } from './store/dataFolder.js'
import { createWorkPool, type WorkPool } from './work/pool.js'

export interface RunningServer {
  /** Where it listens, such as `http://127.0.0.1:4000`. */
  url: string
  services: Services
  /** Signs in the first administrator of a new installation; null where somebody has an account. */
  firstLink: string | null
  /** Stops taking requests, finishes those in flight for up to ten seconds, then lets go of everything. */
  close(): Promise<void>
}

/** How long a stop waits for requests in flight, in ms. */
const patience = 10_000

/** Puts the program together and starts to listen. */
export async function startServer(config: Config, log: Logger = createLog(config)): Promise<RunningServer> {
  const work = createWorkPool()
  const services: Services = {
    config,
    log,
    db: await openData(config.data, { checkpoint: checkpointIn(work, log) }),
    mail: config.smtp === null ? null : createMailer({ smtp: config.smtp, from: config.mailFrom }),
    work,
  }
  const release = async () => {
    services.mail?.close()
    await services.work.close()
    await services.db.close()
  }
  // The port comes first: where it is taken, nothing has been made yet, and no link that nobody gets to see.
  const server = createServer((_req, res) => void res.writeHead(503, { 'Retry-After': '2' }).end())
  try {
    const port = await listen(server, config)
    const firstLink = await prepare(services)
    server.removeAllListeners('request').on('request', createApp(services))
    let closing: Promise<void> | undefined
    const close = () => (closing ??= stop(server, () => endStreams(services.db.live)).finally(release))
    return { url: addressOf(config.host, port), services, firstLink, close }
  } catch (error) {
    server.close().closeAllConnections()
    await release()
    throw error
  }
}

/** Carries the write-ahead log into the database file in a worker; what goes wrong is logged. */
export const checkpointIn =
  (work: WorkPool, log: Logger) =>
  (file: string): void =>
    void work.run('checkpoint', { file }).catch((error: unknown) => {
      // At the end the last connection does it.
      if (!(error instanceof Refusal && error.code === 'cancelled')) log.error({ err: error }, 'could not carry the write-ahead log into the database file')
    })

/** Clears what a crash left half done, and makes what a new installation begins with; answers the first administrator's sign-in link where it is one. */
async function prepare({ db, config, log, work }: Services): Promise<string | null> {
  await sweepUnfinished(db)
  const accountId = await createFirstAdministrator(db)
  if (accountId === null) return null
  if (config.demo) {
    log.info('making the demonstration project')
    await createDemonstration(db, { work })
  }
  return (await makeSignInLink(db, operator, { accountId, url: config.url })).url
}

/** `startServer` with what the environment says, until a signal stops it. */
export async function serve(config: Config = readConfig(process.env)): Promise<void> {
  const running = await startServer(config)
  process.stdout.write(`Stele listens on ${config.port === 0 ? running.url : config.url}\n`)
  if (running.firstLink) process.stdout.write(`Sign in as the first administrator, once, within a day: ${running.firstLink}\n`)
  let firstSignal = 0
  const onSignal = () => {
    // npm and the terminal both pass Ctrl+C on, so one key press may arrive twice.
    if (firstSignal > 0 && Date.now() - firstSignal > 500) process.exit(130)
    if (firstSignal > 0) return
    firstSignal = Date.now()
    running.services.log.info('stopping')
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        running.services.log.error({ err: error }, 'could not stop in order')
        process.exit(1)
      },
    )
  }
  process.on('SIGINT', onSignal).on('SIGTERM', onSignal)
}

const createLog = (config: Config): Logger => pino({ level: config.logLevel, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2))

function listen(server: Server, config: Config): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : config.port)
    })
  })
}

function stop(server: Server, endStreams: () => void): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), patience)
    // A connection whose request is done would be kept open for the next one.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(force)
      clearInterval(sweep)
      resolve()
    })
    endStreams()
  })
}

const addressOf = (host: string, port: number): string => `http://${host.includes(':') ? `[${host}]` : host}:${port}`
