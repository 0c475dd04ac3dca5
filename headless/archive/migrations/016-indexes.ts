import { type SchemaModule, sql } from 'kysely';

/** Lists are in the order of acquisition; a run whose date is not known goes first. */
const acquired = sql`(coalesce(acquired_on, ''))`;

/** What a list of a million runs is read by: in its order, and by what a query names. */
export async function createIndexes(schema: SchemaModule): Promise<void> {
  const index = (name: string) => schema.createIndex(name).ifNotExists();
  await index('runs_in_order').on('runs').expression(sql`(coalesce(acquired_on, '')), name, id`).execute();
  for (const column of ['role', 'cytometer', 'serial', 'declared_method', 'donor_id'])
    await index(`runs_by_${column}`)
      .on('runs')
      .expression(sql`${sql.ref(column)}, ${acquired}`)
      .execute();
  for (const column of ['name', 'material_id', 'imported_at']) await index(`runs_by_${column}`).on('runs').column(column).execute();
  for (const column of ['nk', 'nkt_like', 't', 'double_negative', 'group_id'])
    await index(`results_by_${column}`).on('results').columns([column, 'run_id']).execute();
  await index('results_by_finished_at').on('results').column('finished_at').execute();
  await index('current_results_by_decision').on('current_results').column('decision_id').execute();
  await index('batch_runs_failed').on('batch_runs').column('batch_id').where(sql.ref('error'), 'is not', null).execute();
  await index('materials_by_label').on('materials').column('label').execute();
  await index('watch_verdicts_of_rule').on('watch_verdicts').columns(['rule', 'seq']).execute();
}
