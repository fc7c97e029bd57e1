import type { Command } from 'commander'

export function addServe(program: Command): void {
  program
    .command('serve')
    .summary('run the server')
    .description('Runs the server until a signal stops it. What the environment may say is in docs/self-hosting.md; options go before it.')
    .option('--host <address>', 'address to listen on (STELE_HOST)')
    .option('--port <number>', 'port to listen on (STELE_PORT)')
    .option('--data <folder>', 'folder of the database (STELE_DATA)')
    .addHelpText('after', '\nExample:\n  stele serve --host 0.0.0.0 --port 8080 --data /var/lib/stele')
    .action(async (options: { host?: string; port?: string; data?: string }) => {
      const { configOf } = await import('./configOf.js')
      const { serve } = await import('../main.js')
      await serve(configOf(options))
    })
}
