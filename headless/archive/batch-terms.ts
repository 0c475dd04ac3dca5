import { ENGINE } from '../../core/base/engine.ts';
import { Problem } from '../../core/base/problem.ts';
import { type ProgramFacts, thisProgram } from '../host/this-program.ts';
import type { Database } from './database.ts';
import { sha256Of } from './digests.ts';
import type { Batch } from './schema.ts';

export interface BatchTerms extends ProgramFacts {
  /** Those of a higher one are done first. */
  readonly priority: number;
}

/** What a batch asks of the programs that do it; a batch of an earlier version asks for its engine alone. */
export const termsOf = (db: Database, batchId: string): Promise<BatchTerms | undefined> =>
  db.selectFrom('batch_terms').select(['priority', 'kernels', 'locale']).where('batch_id', '=', batchId).executeTakeFirst();

/** Batches that are to be done, those of a higher priority first, of these the oldest. */
export const openBatches = (db: Database): Promise<readonly Batch[]> =>
  db
    .selectFrom('batches')
    .leftJoin('batch_terms', 'batch_terms.batch_id', 'batches.id')
    .selectAll('batches')
    .where('state', '=', 'open')
    .orderBy((eb) => eb.fn.coalesce('batch_terms.priority', eb.lit(0)), 'desc')
    .orderBy('seq')
    .execute();

/** In which respect this program would not do a batch as the one that began it: another engine or other kernels give other numbers. */
export async function differsIn(
  db: Database,
  { id, engine }: Pick<Batch, 'id' | 'engine'>,
): Promise<'engine' | 'kernels' | 'locale' | undefined> {
  if (engine !== ENGINE) return 'engine';
  const terms = await termsOf(db, id);
  const here = thisProgram();
  if (terms === undefined) return undefined;
  return terms.kernels !== here.kernels ? 'kernels' : terms.locale !== here.locale ? 'locale' : undefined;
}

/** Refuses a protocol whose bytes are not those that its name says. */
export function checkProtocol(text: string, sha256: string): void {
  if (sha256Of(text) !== sha256) throw new Problem('protocol-changed', changed, { protocol: sha256.slice(0, 12) });
}

const changed = {
  en: 'The protocol {protocol} in the archive is not what its digest says: it was changed from outside. No run was gated by it; check the archive.',
  ja: 'アーカイブ内のプロトコル{protocol}の内容がダイジェストと一致しません(外部で変更されています)。このプロトコルによる解析は行っていません。アーカイブを確認してください。',
};
