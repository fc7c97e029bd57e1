/** So many rows go into the database in one transaction: few enough that nobody else waits long for their turn. */
export const batchRows = 120
