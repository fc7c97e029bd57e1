import type { Command } from 'commander'

const marks = { good: 'ok  ', doubtful: 'warn', bad: 'FAIL' }

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .summary('check configuration and environment')
    .description('Checks what the server needs: Node.js, the data folder, disk and memory, the database, addresses and cookies, mail. Exit 1 where something wants attention.')
    .option('--data <folder>', 'folder of the database (STELE_DATA)')
    .addHelpText('after', '\nExample:\n  STELE_URL=https://stele.example.org stele doctor')
    .action(async (options: { data?: string }) => {
      const { configOf } = await import('./configOf.js')
      const { examine } = await import('./examination.js')
      for await (const { name, state, text } of examine(configOf(options))) {
        process.stdout.write(`${marks[state]}  ${name.padEnd(9)} ${text}\n`)
        if (state !== 'good') process.exitCode = 1
      }
    })
}
