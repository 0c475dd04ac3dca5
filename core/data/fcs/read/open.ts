import type { ByteSource } from '../../../base/byte-source.ts';
import type { CancelSignal } from '../../../base/cancel-signal.ts';
import type { Finding } from '../../../base/finding.ts';
import { Problem } from '../../../base/problem.ts';
import type { FcsDataset, FcsFile } from '../fcs-file.ts';
import { found } from '../findings.ts';
import { DATASET_LIMIT } from '../limits.ts';
import { parseCount } from '../numbers.ts';
import { carryMarkers } from './carry-names.ts';
import { readDataset } from './dataset.ts';
import { isDatasetAt } from './header.ts';
import type { ReadingMode } from './reading-mode.ts';
import { refuseStrictly } from './strict.ts';

export interface OpenOptions {
  readonly mode?: ReadingMode;
  /** Keeps the data sets before one that cannot be read, and says why that one cannot; a first one that cannot be read is refused. */
  readonly keepsWhole?: boolean;
  readonly signal?: CancelSignal;
}

/**
 * Opens an FCS file (2.0 to 3.2): HEADER, TEXT, supplemental TEXT and ANALYSIS of all its data sets, but no event.
 * Refuses with a `Problem` what cannot be read for certain; everything repaired, guessed or odd is a finding.
 */
export async function openFcs(source: ByteSource, { mode = 'default', keepsWhole = false, signal }: OpenOptions = {}): Promise<FcsFile> {
  const datasets: FcsDataset[] = [];
  const findings: Finding[] = [];
  let broken: Problem | undefined;
  // Every data set begins after the one before it, so the chain ends whatever $NEXTDATA says.
  for (let start: number | undefined = 0; start !== undefined && datasets.length < DATASET_LIMIT; ) {
    signal?.throwIfAborted();
    const dataset = await readNext(source, start, datasets.length, mode, findings).catch((error: unknown) => {
      if (!keepsWhole || datasets.length === 0 || !(error instanceof Problem)) throw error;
      broken = error;
    });
    if (!dataset) break;
    datasets.push(datasets[0] ? carryMarkers(dataset, datasets[0]) : dataset);
    start = await nextStart(source, dataset, start, findings);
    if (start !== undefined && datasets.length === DATASET_LIMIT)
      findings.push(found('datasets-beyond-limit', { limit: DATASET_LIMIT }, start));
  }
  if (mode === 'strict') for (const finding of [...findings, ...datasets.flatMap((dataset) => dataset.findings)]) refuseStrictly(finding);
  return { name: source.name, size: source.size, datasets, findings, ...(broken === undefined ? {} : { broken }) };
}

/** A later data set that is not list mode, or when salvaging not readable, is left out with a finding; nothing read already is lost. */
async function readNext(
  source: ByteSource,
  start: number,
  index: number,
  mode: ReadingMode,
  findings: Finding[],
): Promise<FcsDataset | undefined> {
  try {
    return await readDataset(source, start, index, mode);
  } catch (error) {
    const mayLack = error instanceof Problem && index > 0 && (mode === 'salvage' || error.code === 'mode-unsupported');
    if (!mayLack) throw error;
    findings.push(found('dataset-skipped', { dataset: index + 1, reason: error.in('en'), reasonJa: error.in('ja') }, start));
    return undefined;
  }
}

async function nextStart(source: ByteSource, dataset: FcsDataset, start: number, findings: Finding[]): Promise<number | undefined> {
  const next = parseCount(dataset.keywords.get('$NEXTDATA'));
  if (next === undefined || next === 0) return undefined;
  const after = dataset.extent?.end ?? start;
  // The offset counts from the data set's own beginning (FCS 3.1, section 3.2.20); some writers count from the file's.
  for (const place of [start + next, next]) {
    if (!(place >= after) || !(await isDatasetAt(source, place))) continue;
    if (place !== start + next) findings.push(found('next-dataset-absolute', { next }, start));
    return place;
  }
  findings.push(found('next-dataset-missing', { next: Number.isNaN(next) ? '?' : start + next }, start));
  return undefined;
}
