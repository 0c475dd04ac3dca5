import type { Finding } from '../../../core/base/finding.ts';
import type { Language } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { chooseCompensation } from '../../../core/data/compensation/choose-compensation.ts';
import type { FcsDataset } from '../../../core/data/fcs/fcs-file.ts';
import { digestEvents } from '../../../core/data/fcs/read/digest.ts';
import { watchIdentity } from '../../../core/data/fcs/read/identity.ts';
import { openFcs } from '../../../core/data/fcs/read/open.ts';
import { readEvents } from '../../../core/data/fcs/read/read-events.ts';
import type { ReadingMode } from '../../../core/data/fcs/read/reading-mode.ts';
import { watchBytes } from '../../../core/data/fcs/read/watched-source.ts';
import { readSpillover } from '../../../core/data/fcs/spillover/spillover.ts';
import { findPersonalKeywords } from '../../../core/data/metadata/personal-keywords.ts';
import { findingText } from '../../../core/study/sample/analysis-findings.ts';
import { findDuplicates, type NamedEvents } from '../../../core/study/sample/find-duplicates.ts';
import { openFile } from '../../files/file-source.ts';
import { createPool, createSha256 } from '../../host/host.ts';
import { numbered, printDuplicates } from '../shared/duplicates.ts';
import { expandFiles } from '../shared/expand-files.ts';
import { describeError, exitCodeOf, type FileError, isFailed, printErrors, printJson } from '../shared/output.ts';

export interface InspectOptions {
  readonly recursive: boolean;
  readonly digests: boolean;
  /** HEADER and TEXT only: no digest, no check sum. */
  readonly quick: boolean;
  readonly json: boolean;
  readonly lang: Language;
  readonly mode: ReadingMode;
}

/** What is in each file: data sets, channels, findings; with `digests`, a SHA-256 of the events too. */
export async function inspectFiles(given: readonly string[], options: InspectOptions): Promise<number> {
  const files = await expandFiles(given, options.recursive, options.lang);
  const pool = createPool();
  const results: (Inspected | FileError)[] = [];
  for (const file of files) {
    const result = await inspectFile(file, options, pool).catch((error: unknown) => describeError(file, error, options.lang));
    results.push(result);
    if (!options.json && !isFailed(result)) printFile(result);
  }
  const duplicates = findDuplicates(results.flatMap((result) => (isFailed(result) ? [] : eventsOf(result))));
  if (options.json) printJson({ files: results, duplicates: duplicates.map(numbered) });
  else printDuplicates(duplicates, options.lang);
  printErrors(results);
  return exitCodeOf(results);
}

type Inspected = Awaited<ReturnType<typeof inspectFile>>;

async function inspectFile(file: string, { digests, quick, lang, mode }: InspectOptions, pool: ReturnType<typeof createPool>) {
  const bytes = await openFile(file);
  try {
    const source = watchBytes(bytes);
    const opened = await openFcs(source, { mode });
    const finish = quick ? undefined : await watchIdentity(source, opened.datasets, createSha256);
    const eventDigests = [];
    for (const dataset of opened.datasets) eventDigests.push(digests ? await digestDataset(dataset, source, pool) : undefined);
    const identity = await finish?.();
    const datasets = [];
    for (const [index, dataset] of opened.datasets.entries()) {
      const own = identity?.datasets[index];
      datasets.push({
        version: dataset.version,
        events: dataset.eventCount,
        channels: dataset.channels.map(({ index, name, marker }) => ({ index, name, marker })),
        ...(own && { dataSha256: own.dataSha256 }),
        ...(digests && { eventsSha256: eventDigests[index] }),
        findings: [
          ...[...dataset.findings, ...(own?.findings ?? [])].map((finding) => shown(finding, lang)),
          ...matrixFindings(dataset, lang),
          ...findPersonalKeywords(dataset.keywords).map((finding) => shown(finding, lang)),
        ],
      });
    }
    return {
      file,
      ...(identity && { sha256: identity.sha256 }),
      datasets,
      findings: opened.findings.map((finding) => shown(finding, lang)),
    };
  } finally {
    await bytes.close();
  }
}

const eventsOf = ({ file, datasets }: Inspected): readonly NamedEvents[] =>
  // By their values where those were digested: then the same events stored in another way are found, too.
  datasets.map(({ events, eventsSha256, dataSha256 = '' }, dataset) => ({
    file,
    dataset,
    eventCount: events,
    dataSha256: eventsSha256 ?? dataSha256,
  }));

async function digestDataset(
  dataset: FcsDataset,
  source: Parameters<typeof readEvents>[1],
  pool: ReturnType<typeof createPool>,
): Promise<string> {
  const table = await readEvents(dataset, source, { pool });
  try {
    return await digestEvents(table, dataset, createSha256);
  } finally {
    table.release();
  }
}

/** What is to be known of the file's own matrix, whether it would be used or not. */
function matrixFindings(dataset: FcsDataset, lang: Language) {
  try {
    return chooseCompensation({ use: 'file' }, dataset).findings.map((finding) => shown(finding, lang));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return [...readSpillover(dataset).findings.map((finding) => shown(finding, lang)), { code: error.code, message: error.in(lang) }];
  }
}

const shown = (finding: Finding, lang: Language) => ({
  code: finding.code,
  message: findingText(finding, lang),
  ...(finding.offset === undefined ? {} : { offset: finding.offset }),
});

function printFile({ file, sha256, datasets, findings }: Inspected): void {
  const lines = [sha256 === undefined ? file : `${file}\n  SHA-256 ${sha256}`];
  for (const finding of findings) lines.push(`  ! ${finding.message} [${finding.code}]`);
  datasets.forEach((dataset, i) => {
    lines.push(
      `  data set ${i + 1}: ${dataset.version}, ${dataset.events.toLocaleString('en')} events, ${dataset.channels.length} channels`,
    );
    lines.push(`    ${dataset.channels.map(({ name, marker }) => (marker === undefined ? name : `${name} (${marker})`)).join(', ')}`);
    if ('eventsSha256' in dataset) lines.push(`    events SHA-256 ${dataset.eventsSha256}`);
    for (const finding of dataset.findings) lines.push(`    ! ${finding.message} [${finding.code}]`);
  });
  process.stdout.write(`${lines.join('\n')}\n`);
}
