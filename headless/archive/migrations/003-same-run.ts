import type { SchemaModule } from 'kysely';

/** Runs that were measured together help each other: how a batch puts them together, and whom a result was made with. */
export async function addSameRun(schema: SchemaModule): Promise<void> {
  await schema.alterTable('batches').addColumn('same_run', 'text').execute();
  await schema.alterTable('results').addColumn('same_run', 'text').execute();
}
