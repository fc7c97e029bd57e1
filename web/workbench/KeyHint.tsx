import { useDesk } from './desk.js'
import { type Chord, chordOf, type Command, keyCaps } from './keys.js'
import styles from './KeyHint.module.css'

/** A chord, drawn as keys. */
export function Keys({ chord, mac }: { chord: Chord; mac: boolean }) {
  return (
    <span className={styles.keys} dir="ltr">
      {keyCaps(chord, mac).map((cap) => (
        <kbd key={cap} className={styles.key}>
          {cap}
        </kbd>
      ))}
    </span>
  )
}

/** The key of a command beside its button; those who listen get it from `aria-keyshortcuts`. */
export function KeyHint({ command }: { command: Command }) {
  const { mac } = useDesk()
  return (
    <span className={styles.hint} aria-hidden="true">
      {keyCaps(chordOf(command), mac).join(mac ? '' : '+')}
    </span>
  )
}
