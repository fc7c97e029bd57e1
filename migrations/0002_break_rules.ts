import type { ColumnDefinitionBuilder, Kysely } from 'kysely'
import { PostgresAdapter } from 'kysely'

export async function up(db: Kysely<unknown>): Promise<void> {
  const postgres = db.getExecutor().adapter instanceof PostgresAdapter
  const identity = (column: ColumnDefinitionBuilder) => (postgres ? column.generatedAlwaysAsIdentity().primaryKey() : column.primaryKey().autoIncrement().notNull())
  const required = (column: ColumnDefinitionBuilder) => column.notNull()

  await db.schema
    .createTable('break_rule')
    .addColumn('id', 'integer', identity)
    .addColumn('document_id', 'integer', (c) => c.notNull().references('document.id'))
    .addColumn('kind', 'text', required)
    .addColumn('before', 'text', required)
    .addColumn('after', 'text', required)
    .addColumn('decided_by', 'integer', (c) => c.references('account.id'))
    .addColumn('decided_at', 'text', required)
    .addColumn('withdrawn_by', 'integer', (c) => c.references('account.id'))
    .addColumn('withdrawn_at', 'text')
    .execute()
  await db.schema.createIndex('break_rule_by_document').on('break_rule').column('document_id').execute()
}
