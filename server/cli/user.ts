import type { Command } from 'commander'
import { siteRoles, type SiteRole } from '../workflow/permissions.js'
import { Failure } from './failure.js'

interface DataOption {
  data?: string
}

export function addUser(program: Command): void {
  const user = program
    .command('user')
    .summary('add people, help them in, shut them out')
    .description('Accounts, from the command line: for the first steps and for emergencies. Everything else is in the web application.')
    .addHelpText('after', '\nExample:\n  stele user add ana@example.org --role administrator')
  user
    .command('add')
    .description('Adds an account and prints a link that signs it in, once, within a day.')
    .argument('<email>')
    .option('--name <name>', 'name that others see; the address until they choose one')
    .option('--role <role>', `what they may do in the whole installation: ${siteRoles.join(', ')}`, 'member')
    .option('--data <folder>', 'folder of the database (STELE_DATA)')
    .addHelpText('after', '\nExample:\n  stele user add ana@example.org --name "Ana Pérez" --role administrator')
    .action(async (email: string, options: DataOption & { name?: string; role: string }) => {
      const siteRole = siteRoleOf(options.role)
      const { addAccount } = await import('./accounts.js')
      process.stdout.write(`${await addAccount(options.data, { email, name: options.name ?? email, siteRole })}\n`)
    })
  user
    .command('passwd')
    .description('Sets the password of an account, read from standard input, and ends its sessions; or prints a sign-in link instead.')
    .argument('<email>')
    .option('--link', 'print a link that signs in, once, within a day, and leave the password alone')
    .option('--data <folder>', 'folder of the database (STELE_DATA)')
    .addHelpText('after', '\nExamples:\n  stele user passwd ana@example.org\n  stele user passwd ana@example.org --link')
    .action(async (email: string, options: DataOption & { link?: boolean }) => {
      const { signInLink, changePassword } = await import('./accounts.js')
      if (options.link) process.stdout.write(`${await signInLink(options.data, email)}\n`)
      else await changePassword(options.data, email)
    })
  user
    .command('disable')
    .description('Shuts an account out: ends its sessions, tokens and links. What it did stays.')
    .argument('<email>')
    .option('--undo', 'let it in again')
    .option('--data <folder>', 'folder of the database (STELE_DATA)')
    .addHelpText('after', '\nExample:\n  stele user disable ana@example.org')
    .action(async (email: string, options: DataOption & { undo?: boolean }) => {
      const { setDisabled } = await import('./accounts.js')
      await setDisabled(options.data, email, !options.undo)
    })
}

function siteRoleOf(text: string): SiteRole {
  const role = siteRoles.find((known) => known === text)
  if (!role) throw new Failure(`there is no role "${text}"; there are ${siteRoles.join(', ')}`)
  return role
}
