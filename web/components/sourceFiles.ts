import { useQuery } from '@tanstack/react-query'
import { sessionQuery } from '../api/queries.js'

/** Which files this server reads: names of their formats, their endings as a file chooser wants them, and the largest size in bytes. */
export function useSourceFiles(): { names: string[]; accept: string; limit: number } {
  const { data: session } = useQuery(sessionQuery)
  const { formats = [], uploadLimit = Infinity } = session?.server ?? {}
  return { names: formats.map(({ name }) => name), accept: formats.flatMap(({ extensions }) => extensions).join(','), limit: uploadLimit }
}
