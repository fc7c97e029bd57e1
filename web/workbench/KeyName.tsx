import styles from './UnitRow.module.css'

/** The name of a front-matter field. */
export const KeyName = ({ name }: { name: string }) => <span className={styles.key}>{name}</span>
