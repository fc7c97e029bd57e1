import { useSyncExternalStore } from 'react'
import { useFormat } from '../i18n/format.js'

const minute = 60_000
let now = Date.now()
const watchers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  timer ??= setInterval(() => {
    now = Date.now()
    for (const each of watchers) each()
  }, minute / 2)
  return () => {
    watchers.delete(watcher)
    if (watchers.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** "3 minutes ago", kept right while it is shown; the exact time stands in its tooltip. */
export function RelativeTime({ time }: { time: string }) {
  const format = useFormat()
  const since = useSyncExternalStore(watch, () => now)
  return (
    <time dateTime={time} title={format.dateTime(time)}>
      {format.relative(time, Math.max(since, Date.parse(time)))}
    </time>
  )
}
