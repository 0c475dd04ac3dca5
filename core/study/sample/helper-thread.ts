import type { CancelSignal } from '../../base/cancel-signal.ts';
import { type Helper, SHARED_FROM, type SharedWork } from '../../statistics/helper-thread/share-work.ts';
import { shareColumns } from '../../statistics/helper-thread/shared-columns.ts';
import type { PreparedSample } from './prepared-sample.ts';

/** Another thread that takes a share of the work on one sample. */
export interface HelperThread {
  readonly pool: Helper;
  /** Lets messages in: the other thread is asked again only once its last answer has been heard. */
  readonly turn: () => Promise<void>;
}

/** A sample as both threads work on it; undefined without another thread, or where messages would cost more than they save. */
export function shareSample(
  { raw, columns, matrix }: PreparedSample,
  { helper, signal }: { readonly helper?: HelperThread | undefined; readonly signal?: CancelSignal },
): SharedWork | undefined {
  if (helper === undefined || raw.table.eventCount < SHARED_FROM) return undefined;
  const { pool, turn } = helper;
  return { helper: pool, turn, columns, shared: shareColumns(raw.table, raw.dataset.channels, matrix), signal };
}
