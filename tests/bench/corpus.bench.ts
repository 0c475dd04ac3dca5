import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bytesSource } from '../../core/base/byte-source.ts';
import { Problem } from '../../core/base/problem.ts';
import { digestEvents } from '../../core/data/fcs/read/digest.ts';
import { openFcs } from '../../core/data/fcs/read/open.ts';
import { readEvents } from '../../core/data/fcs/read/read-events.ts';
import { createMemoryPool } from '../../core/data/memory/memory-pool.ts';
import { createSha256 } from '../../headless/host/host.ts';
import { kernelModule } from '../../headless/host/kernels.ts';
import { corpusFiles, type ExpectedFile, outlineOf } from '../golden/corpus-table.ts';
import { corpusFile } from '../shared-data.ts';
import { printBench, rowOf } from './bench-output.ts';

/**
 * The corpus by this reader and by npm's `fcs`: right, wrong, refused, crashed. A file that is to be refused is right when refused.
 * `fcs` knows one data set a file and no names by itself, so only the first data set's count, names and values are asked of it.
 */
type Verdict = 'right' | 'wrong' | 'refused' | 'crashed';
const verdicts: readonly Verdict[] = ['right', 'wrong', 'refused', 'crashed'];
const pool = createMemoryPool(2 ** 30, kernelModule());

if (corpusFiles.length === 0) throw new Error('the corpus is not there (set LYMPHO_SHARED)');
const ours = await judgeAll(readOurs, (file) => file.datasets.map((dataset) => outlineOf(file.file, dataset)));
const theirs = await judgeAll(readTheirs, (file) => file.datasets.slice(0, 1).map((dataset) => outlineOf(file.file, dataset)));
printBench(
  'corpus',
  verdicts.flatMap((verdict) => [
    rowOf(`ours-${verdict}`, 'files', [ours.filter((one) => one === verdict).length]),
    rowOf(`fcs-${verdict}`, 'files', [theirs.filter((one) => one === verdict).length]),
  ]),
);

async function judgeAll(read: (bytes: Buffer) => Promise<unknown>, expected: (file: ExpectedFile) => unknown): Promise<readonly Verdict[]> {
  const found: Verdict[] = [];
  for (const file of corpusFiles) {
    const refuse = file.datasets[0]?.refuse === true;
    try {
      const same = JSON.stringify(await read(readFileSync(corpusFile(file.file)))) === JSON.stringify(expected(file));
      found.push(same && !refuse ? 'right' : 'wrong');
    } catch (error) {
      // `fcs` refuses by throwing a text; anything else that is no problem of ours is a crash
      const refused = error instanceof Problem || typeof error === 'string';
      found.push(refused && refuse ? 'right' : refused ? 'refused' : 'crashed');
    }
  }
  return found;
}

async function readOurs(bytes: Buffer): Promise<unknown> {
  const source = bytesSource('corpus', new Uint8Array(bytes));
  const found = [];
  for (const dataset of (await openFcs(source)).datasets) {
    const table = await readEvents(dataset, source, { pool });
    const eventsSha256 = await digestEvents(table, dataset, createSha256);
    table.release();
    found.push({ events: dataset.eventCount, names: dataset.channels.map(({ name }) => name), eventsSha256 });
  }
  return found;
}

interface OracleFile {
  readonly dataAsNumbers: readonly (readonly number[])[];
  get$PnX(x: string): readonly (string | null | undefined)[];
}

async function readTheirs(bytes: Buffer): Promise<unknown> {
  const Fcs: unknown = createRequire(import.meta.url)('fcs');
  if (typeof Fcs !== 'function') throw new Error('fcs is not a constructor');
  const file: OracleFile = Reflect.construct(Fcs, [{ dataFormat: 'asNumber', eventsToRead: -1 }, bytes]);
  const hash = createHash('sha256');
  for (const event of file.dataAsNumbers) hash.update(Float64Array.from(event));
  const names = file
    .get$PnX('N')
    .slice(1)
    .map((name) => (name ?? '').trim());
  return [{ events: file.dataAsNumbers.length, names, eventsSha256: hash.digest('hex') }];
}
