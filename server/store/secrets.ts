import { createHash, randomBytes } from 'node:crypto'

/** 32 random bytes in base64url: the only copy goes to the person, the database keeps `hashSecret` of it. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** SHA-256, hex. A fast hash serves, for these secrets cannot be guessed. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
