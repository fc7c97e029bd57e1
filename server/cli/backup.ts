import type { Command } from 'commander'

export function addBackup(program: Command): void {
  program
    .command('backup')
    .summary('copy the database while it is in use')
    .description('Copies the database, as of one moment, while the server goes on. The copy is checked before it gets its name; an older file of that name stays until then.')
    .argument('<out>', 'file to write')
    .option('--data <folder>', 'folder of the database (STELE_DATA)')
    .addHelpText('after', '\nExample:\n  stele backup /backup/stele-$(date +%F).db')
    .action(async (out: string, options: { data?: string }) => {
      const { configOf } = await import('./configOf.js')
      const { progressBar } = await import('./progressBar.js')
      const { requireDatabase } = await import('./requireDatabase.js')
      const { copyDatabase } = await import('../store/backup.js')
      await copyDatabase(requireDatabase(configOf(options).data), out, progressBar('copying'))
      process.stdout.write(`${out}\n`)
    })
}
