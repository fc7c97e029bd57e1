import type { Command } from 'commander'

export function addDemo(program: Command): void {
  program
    .command('demo')
    .summary('add the demonstration project')
    .description('Adds the demonstration project to a database that has no project yet: the Universal Declaration of Human Rights in many languages, with every status to look at.')
    .option('--data <folder>', 'folder of the database (STELE_DATA)')
    .addHelpText('after', '\nExample:\n  stele demo --data /tmp/stele-demo && stele serve --data /tmp/stele-demo')
    .action(async (options: { data?: string }) => {
      const { configOf } = await import('./configOf.js')
      const { Failure } = await import('./failure.js')
      const { createDemonstration } = await import('../actions/createDemonstration.js')
      const { openData } = await import('../store/dataFolder.js')
      const { createWorkPool } = await import('../work/pool.js')
      const { data } = configOf(options)
      const db = await openData(data)
      const work = createWorkPool()
      try {
        if ((await createDemonstration(db, { work })) === null) throw new Failure('there are projects in this database already; the demonstration is for an empty one', data)
        process.stdout.write('added the demonstration project\n')
      } finally {
        await work.close()
        await db.close()
      }
    })
}
