import type { Command } from 'commander'

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .summary('bring the database up to date')
    .description('Brings the database up to date, making it where there is none. `serve` does so by itself; this is for those who want to see it happen first.')
    .option('--data <folder>', 'folder of the database (STELE_DATA)')
    .addHelpText('after', '\nExample:\n  stele backup before.db && stele migrate')
    .action(async (options: { data?: string }) => {
      const { configOf } = await import('./configOf.js')
      const { openData, databaseFile } = await import('../store/dataFolder.js')
      const { migrationState } = await import('../store/backup.js')
      const { existsSync } = await import('node:fs')
      const config = configOf(options)
      const file = databaseFile(config.data)
      const pending = existsSync(file) ? migrationState(file).pending : null
      await (await openData(config.data)).close()
      if (pending === null) process.stdout.write(`made ${file}\n`)
      else if (pending.length === 0) process.stdout.write('the database is up to date\n')
      else process.stdout.write(pending.map((name) => `done ${name}\n`).join(''))
    })
}
