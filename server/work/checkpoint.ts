import SQLite from 'better-sqlite3'

/** Carries what is committed from the write-ahead log into the database file. Waits for the disk, which is why it is done here, and for nobody's transaction. */
export function checkpoint({ file }: { file: string }): void {
  const connection = new SQLite(file, { fileMustExist: true })
  try {
    connection.pragma('wal_checkpoint(PASSIVE)')
  } finally {
    connection.close()
  }
}
