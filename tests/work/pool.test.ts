import { afterAll, expect, test } from 'vitest'
import { createWorkPool } from '../../server/work/pool.js'

const pool = createWorkPool({ size: 2 })
afterAll(() => pool.close())

const text = (size: number) => Buffer.alloc(size, 'All human beings are born free. ')

test('a job runs in another thread and answers', async () => {
  const packed = await pool.run('packBlob', { bytes: Buffer.from('abc') })
  expect(packed.sha256).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
  expect(packed).toMatchObject({ encoding: 'raw', size: 3 })
})

test('more jobs than workers wait for their turn', async () => {
  const sizes = [1000, 2000, 3000, 4000, 5000, 6000]
  const packed = await Promise.all(sizes.map((size) => pool.run('packBlob', { bytes: text(size) })))
  expect(packed.map((blob) => blob.size)).toEqual(sizes)
})

test('an aborted job is refused, whether it runs or waits, and the others go on', async () => {
  const running = new AbortController()
  const waiting = new AbortController()
  const jobs = [
    pool.run('packBlob', { bytes: text(60_000_000) }, { signal: running.signal }),
    pool.run('packBlob', { bytes: text(1000) }),
    pool.run('packBlob', { bytes: text(1000) }, { signal: waiting.signal }),
    pool.run('packBlob', { bytes: text(1000) }),
  ]
  waiting.abort()
  setTimeout(() => running.abort(), 20)
  const [first, second, third, fourth] = await Promise.allSettled(jobs)
  expect(first).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } })
  expect(second).toMatchObject({ status: 'fulfilled' })
  expect(third).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } })
  expect(fourth).toMatchObject({ status: 'fulfilled' })
})

test('a signal that was aborted before refuses at once', async () => {
  await expect(pool.run('packBlob', { bytes: text(10) }, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
})

test('a bug in a job is an error that names the job, and the worker goes on', async () => {
  await expect(pool.run('packBlob', {} as { bytes: Uint8Array })).rejects.toThrow('The job "packBlob" failed')
  await expect(pool.run('packBlob', { bytes: text(10) })).resolves.toMatchObject({ size: 10 })
})

test('after closing, nothing runs', async () => {
  const other = createWorkPool()
  const job = other.run('packBlob', { bytes: text(10) })
  const [outcome] = await Promise.allSettled([job, other.close()])
  expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'cancelled' } })
  await expect(other.run('packBlob', { bytes: text(10) })).rejects.toMatchObject({ code: 'cancelled' })
})
