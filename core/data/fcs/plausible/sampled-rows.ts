import type { ByteSource } from '../../../base/byte-source.ts';
import type { DataLayout } from '../fcs-file.ts';

/** Runs of rows from all over DATA, each as it lies in the file. */
export interface SampledRows {
  readonly runs: readonly Uint8Array[];
  readonly rowBytes: number;
}

const RUNS = 8;
/** Of one run: shorter than what a watched source takes for reading on. */
const RUN_BYTES = 60_000;
const RUN_ROWS = 2500;

/** At most 20,000 rows, of whole-byte fields; none where the rows of DATA have no length. */
export async function sampleRows(source: ByteSource, { begin, rowBytes }: DataLayout, eventCount: number): Promise<SampledRows> {
  if (rowBytes === 0 || eventCount === 0) return { runs: [], rowBytes };
  const rows = Math.max(1, Math.min(RUN_ROWS, Math.floor(RUN_BYTES / rowBytes)));
  const runs: Uint8Array[] = [];
  const count = Math.min(RUNS, Math.ceil(eventCount / rows));
  for (let run = 0; run < count; run++) {
    // the first run begins with the first event, the last one ends with the last
    const first = count === 1 ? 0 : Math.floor(((eventCount - Math.min(rows, eventCount)) * run) / (count - 1));
    const bytes = new Uint8Array(Math.min(rows, eventCount) * rowBytes);
    const read = await source.read(bytes, begin + first * rowBytes);
    runs.push(bytes.subarray(0, read - (read % rowBytes)));
  }
  return { runs, rowBytes };
}
