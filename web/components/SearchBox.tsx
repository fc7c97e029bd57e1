import { SearchIcon } from './icons.js'
import styles from './SearchBox.module.css'

/** A field that filters what stands below it. Its label is its placeholder too. */
export function SearchBox({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  return (
    <span className={styles.box}>
      <SearchIcon aria-hidden="true" />
      <input
        type="search"
        className={styles.input}
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        dir={value ? 'auto' : undefined}
      />
    </span>
  )
}
