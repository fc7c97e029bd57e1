import { Command, CommanderError } from 'commander'
import manifest from '../../package.json' with { type: 'json' }
import { reportFailure } from './reportFailure.js'

/** Adds a command with its options to the program. */
type Add = (program: Command) => void

/** Every command: what `stele --help` says of it, and where it is. Only the one that was asked for is loaded. */
export const commands: Record<string, { summary: string; load: () => Promise<Add> }> = {
  extract: { summary: 'list the translatable units of a document', load: async () => (await import('./extract.js')).addExtract },
  merge: { summary: 'write a document with translations in place of its texts', load: async () => (await import('./merge.js')).addMerge },
  pseudo: { summary: 'write a pseudo-localized document', load: async () => (await import('./pseudo.js')).addPseudo },
  segment: { summary: 'cut texts into sentences', load: async () => (await import('./segment.js')).addSegment },
  align: { summary: 'how the units of one version became those of the next', load: async () => (await import('./align.js')).addAlign },
  bitext: { summary: 'pair a document with a translation that was made elsewhere', load: async () => (await import('./bitext.js')).addBitext },
  carry: { summary: 'carry a translation of the old version of a document over to the new one', load: async () => (await import('./carry.js')).addCarry },
  inspect: { summary: 'will these documents survive?', load: async () => (await import('./inspect.js')).addInspect },
  serve: { summary: 'run the server', load: async () => (await import('./serve.js')).addServe },
  demo: { summary: 'add the demonstration project', load: async () => (await import('./demo.js')).addDemo },
  migrate: { summary: 'bring the database up to date', load: async () => (await import('./migrate.js')).addMigrate },
  user: { summary: 'add people, help them in, shut them out', load: async () => (await import('./user.js')).addUser },
  backup: { summary: 'copy the database while it is in use', load: async () => (await import('./backup.js')).addBackup },
  restore: { summary: 'put a backup in place of the database', load: async () => (await import('./restore.js')).addRestore },
  verify: { summary: 'check the database, its documents and its caches', load: async () => (await import('./verify.js')).addVerify },
  doctor: { summary: 'check configuration and environment', load: async () => (await import('./doctor.js')).addDoctor },
}

/** Runs one command line (without `node` and the script's name) and answers the exit code: 0 done, 1 done with findings, 2 could not do it. */
export async function run(argv: readonly string[]): Promise<number> {
  process.exitCode = 0
  const program = new Command('stele')
    .description('Translation management for documents: serves, operates and scripts it.')
    .version(manifest.version)
    .exitOverride()
    .configureOutput({ writeErr: () => undefined })
    .addHelpText('after', '\nExamples:\n  stele serve --port 8080\n  stele extract README.md\n\n`stele COMMAND --help` says more about a command.')
  const asked = argv[0] === 'help' ? argv[1] : argv[0]
  for (const [name, { summary, load }] of Object.entries(commands)) {
    if (name === asked) (await load())(program)
    else program.command(name).summary(summary).description(summary)
  }
  try {
    await program.parseAsync(argv, { from: 'user' })
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0
    await reportFailure(error)
    return 2
  }
  return Number(process.exitCode)
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // Whoever reads, such as `head`, has seen enough.
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})
process.exitCode = await run(process.argv.slice(2))
