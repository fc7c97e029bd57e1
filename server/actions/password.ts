import { hash, verify } from '@node-rs/argon2'

/** argon2id (the library's default algorithm), 19 MiB, two passes, one lane: the first choice of OWASP's Password Storage Cheat Sheet. */
const cost = { memoryCost: 19 * 1024, timeCost: 2, parallelism: 1 }

export const hashPassword = (password: string): Promise<string> => hash(password, cost)

let nobodys: Promise<string> | null = null

/** Whether the password fits; where there is no hash to compare with, it takes the same work to say no. */
export async function passwordFits(passwordHash: string | null, password: string): Promise<boolean> {
  nobodys ??= hashPassword('nobody has this password')
  const fits = await verify(passwordHash ?? (await nobodys), password)
  return fits && passwordHash !== null
}
