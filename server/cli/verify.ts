import type { Command } from 'commander'

export function addVerify(program: Command): void {
  program
    .command('verify')
    .summary('check the database, its documents and its caches')
    .description(
      'Checks that the database file is whole, that every document still has the bytes it was imported with, and that counts and pointers are what a rebuild gives. Exit 1 with findings.',
    )
    .option('--data <folder>', 'folder of the database (STELE_DATA)')
    .addHelpText('after', '\nExample:\n  stele verify --data /var/lib/stele')
    .action(async (options: { data?: string }) => {
      const { configOf } = await import('./configOf.js')
      const { requireDatabase } = await import('./requireDatabase.js')
      const { findings } = await import('./findings.js')
      let count = 0
      for await (const finding of findings(requireDatabase(configOf(options).data))) {
        process.stdout.write(`${finding}\n`)
        count++
      }
      if (count > 0) process.exitCode = 1
      else process.stdout.write('everything is in order\n')
    })
}
