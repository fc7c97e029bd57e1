import type { Command } from 'commander'

export function addRestore(program: Command): void {
  program
    .command('restore')
    .summary('put a backup in place of the database')
    .description('Checks a backup and puts it in place of the database. What was there is kept beside it, under a name with the time. The server must be stopped.')
    .argument('<in>', 'file that `stele backup` wrote')
    .option('--data <folder>', 'folder of the database (STELE_DATA)')
    .addHelpText('after', '\nExample:\n  systemctl stop stele && stele restore /backup/stele-2026-11-24.db && systemctl start stele')
    .action(async (from: string, options: { data?: string }) => {
      const { configOf } = await import('./configOf.js')
      const { restore } = await import('./restoreDatabase.js')
      const { file, kept } = await restore(from, configOf(options).data)
      process.stdout.write(kept === null ? `restored ${file}\n` : `restored ${file}; what was there is now ${kept}\n`)
    })
}
