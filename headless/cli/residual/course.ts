import type { Language } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { readMetadata } from '../../../core/data/metadata/metadata-keywords.ts';
import type { SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import { courseDocument } from '../../../core/show/residual/residual-document.ts';
import {
  cellsOf,
  confidenceOf,
  courseSentences,
  fractionOfTubes,
  percentOf,
  resultSentences,
  upperCells,
} from '../../../core/show/residual/sentences.ts';
import { translator } from '../../../core/show/residual/words.ts';
import type { CellsCounted } from '../../../core/study/residual/cells.ts';
import { cellsOfTubes } from '../../../core/study/residual/cells-of-tubes.ts';
import { otherCulture } from '../../../core/study/residual/check-tubes.ts';
import { followResidual, type ResidualCourse, type ResidualDay } from '../../../core/study/residual/follow-residual.ts';
import { keptDays, noDay } from '../../../core/study/residual/kept-days.ts';
import { measureResidual } from '../../../core/study/residual/measure-residual.ts';
import type { ResidualPlan } from '../../../core/study/residual/residual-plan.ts';
import { type Tube, tubeOf } from '../../../core/study/residual/tube.ts';
import { openDataset } from '../../../core/study/sample/raw-sample.ts';
import { findBatch } from '../../archive/batches.ts';
import type { Archive } from '../../archive/open-archive.ts';
import { residualResults } from '../../archive/residual-results.ts';
import { chooseResults } from '../../archive/result-source.ts';
import { analysisOf, resultsById } from '../../archive/results.ts';
import { openFile } from '../../files/file-source.ts';
import { writeWhole } from '../../files/write-file.ts';
import { softwareVersion } from '../../host/host.ts';
import { writeSectioned } from '../../pdf/write-sectioned.ts';
import type { AnalyseFilesOptions } from '../analyse/analyse-options.ts';
import { expandFiles } from '../shared/expand-files.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { describeError, exitCodes, type FileError, printErrors, printJson, textTable } from '../shared/output.ts';
import { countFiles } from './count-files.ts';
import { type LoadedPlan, noPlanHere } from './load-plan.ts';
import { protocolText, residualJson, withNames } from './residual.ts';

export interface CourseOptions {
  readonly lang: Language;
  readonly json: boolean;
  readonly out: string | undefined;
  readonly timeZone: string;
  /** Cells by culture day; else those that the metadata give. */
  readonly counts: ((plan: ResidualPlan) => ReadonlyMap<number, CellsCounted>) | undefined;
  readonly lot: string | undefined;
}

/** What a culture counted, by its days. */
interface CountedDays {
  readonly plan: LoadedPlan;
  readonly days: readonly ResidualDay[];
  readonly lot: string | undefined;
  readonly failed: readonly FileError[];
  /** What gated, in words. */
  readonly protocol: string;
}

/** The days of a culture from files: each day's tubes and all blanks by the gates of that day's largest tube. */
export async function daysOfFiles(
  given: { readonly files: readonly string[]; readonly blanks: readonly string[] },
  loaded: LoadedProtocol,
  plan: LoadedPlan,
  options: AnalyseFilesOptions,
): Promise<CountedDays> {
  const failed: FileError[] = [];
  const byDay = new Map<number, string[]>();
  let first: { readonly file: string; readonly metadata: SampleMetadata } | undefined;
  for (const file of await expandFiles(given.files, options.recursive, options.lang)) {
    try {
      const metadata = await metadataOfFile(file, loaded, options);
      const { day } = metadata;
      if (day === undefined) throw new Problem('residual-no-day', noDay, { file });
      const problem = first && otherCulture({ file, metadata }, first);
      if (problem !== undefined) throw problem;
      first = withKnown(first, { file, metadata });
      byDay.set(day, [...(byDay.get(day) ?? []), file]);
    } catch (error) {
      failed.push(describeError(file, error, options.lang));
    }
  }
  const days: ResidualDay[] = [];
  for (const [day, files] of byDay) {
    const { tubes, blanks, failed: not } = await countFiles({ files, blanks: given.blanks }, loaded, plan.plan, options);
    failed.push(...not);
    if (tubes.length > 0) days.push(dayOf(day, plan, tubes, blanks));
  }
  return { plan, days, lot: first?.metadata.lot, failed, protocol: protocolText(loaded) };
}

const dayOf = (day: number, { plan }: LoadedPlan, tubes: readonly Tube[], blanks: readonly Tube[] = []): ResidualDay => ({
  day,
  result: withNames(measureResidual(plan, tubes, blanks)),
  count: cellsOfTubes(tubes, plan),
});

/** What is known of a culture after one more file of it: a file that does not name its lot leaves that of the others. */
const withKnown = <T extends { readonly file: string; readonly metadata: SampleMetadata }>(first: T | undefined, next: T): T =>
  first === undefined ? next : { ...first, metadata: { ...next.metadata, ...first.metadata } };

async function metadataOfFile(
  file: string,
  { protocol }: LoadedProtocol,
  { mode, metadataOf }: AnalyseFilesOptions,
): Promise<SampleMetadata> {
  const source = await openFile(file);
  try {
    const { dataset } = await openDataset(source, { mode });
    return readMetadata(dataset.keywords, protocol.metadata, metadataOf(file));
  } finally {
    await source.close();
  }
}

interface LotChoice {
  readonly lot: string;
  readonly batch: string | undefined;
  readonly lang: Language;
}

/**
 * The days of a lot in an archive: by the results of residual cells that it keeps, with their blanks; else, and of a batch, by a plan from the
 * analyses that stand. Throws `residual-no-plan` where neither is there.
 */
export async function daysOfLot(archive: Archive, plan: LoadedPlan | undefined, choice: LotChoice): Promise<CountedDays> {
  const kept = choice.batch === undefined ? keptDays(await residualResults(archive.db, choice.lot), plan?.plan) : undefined;
  if (kept === undefined) return daysOfRuns(archive, plan ?? noPlanHere(), choice);
  const { days, left, protocol } = kept;
  return {
    plan: { plan: kept.plan, sha256: kept.planSha256 },
    days,
    lot: choice.lot,
    failed: left.map(({ file, problem }) => describeError(file, problem, choice.lang)),
    protocol: `${protocol.name}, ${protocol.revision} (SHA-256 ${protocol.sha256})`,
  };
}

/** From the results that stand, or from those of a batch. */
async function daysOfRuns({ db }: Archive, plan: LoadedPlan, { lot, batch, lang }: LotChoice): Promise<CountedDays> {
  if (lot.includes('"')) throw new Problem('residual-lot-unknown', noRuns, { lot });
  const query = `lot="${lot}"`;
  const chosen = (await chooseResults(db, batch === undefined ? { query } : { batch: await findBatch(db, batch) })).filter(
    ({ run }) => run.lot_id === lot && run.role === 'sample',
  );
  if (chosen.length === 0) throw new Problem('residual-lot-unknown', noRuns, { lot });
  const stored = await resultsById(
    db,
    chosen.map(({ result }) => result.id),
  );
  const failed: FileError[] = [];
  const days = new Map<number, readonly Tube[]>();
  let protocol = '';
  let first: Tube | undefined;
  for (const { run, result } of chosen) {
    const row = stored.get(result.id);
    if (row === undefined) continue;
    try {
      const analysis = analysisOf(row);
      const { day } = analysis.sample.metadata;
      if (day === undefined) throw new Problem('residual-no-day', noDay, { file: run.name });
      const tube = tubeOf(run.name, analysis, plan.plan);
      const problem = first && otherCulture(tube, first);
      if (problem !== undefined) throw problem;
      first = withKnown(first, tube);
      days.set(day, [...(days.get(day) ?? []), tube]);
      protocol = `${analysis.protocol.name}, ${analysis.protocol.revision} (SHA-256 ${analysis.protocol.sha256})`;
    } catch (error) {
      failed.push(describeError(run.name, error, lang));
    }
  }
  return { plan, days: [...days].map(([day, tubes]) => dayOf(day, plan, tubes)), lot, failed, protocol };
}

/** The command `residual course`: residual cells over the days of one culture. */
export async function printCourse(
  { plan: { plan, sha256 }, days, failed, protocol, lot: known }: CountedDays,
  options: CourseOptions,
): Promise<number> {
  const { lang, json, out, counts } = options;
  const counted = counts?.(plan);
  const course = followResidual(
    plan,
    days.map((day) => (counted === undefined ? day : { ...day, count: counted.get(day.day) })),
  );
  const lot = options.lot ?? known ?? '–';
  const refused = course.days.flatMap(({ result }) => result.refused);
  const remarks = refused.map(({ problem }) => problem.in(lang));
  const last = course.days.at(-1);
  const sentences = [
    ...(last === undefined ? [] : resultSentences(last.result, last.cells, lang)),
    ...courseSentences(plan, course, lang),
    ...remarks,
  ];
  if (out !== undefined && last !== undefined) {
    const about = { language: lang, generatedAt: new Date().toISOString(), version: softwareVersion(), timeZone: options.timeZone };
    const document = courseDocument(plan, { course, lot }, { ...about, planSha256: sha256, protocol, remarks });
    await writeWhole(out, (to) => writeSectioned([document], to));
  }
  if (json)
    printJson({ plan: { name: plan.name, revision: plan.revision, sha256 }, lot, ...courseJson(course, lang), sentences, errors: failed });
  else process.stdout.write(`${courseText(course, confidenceOf(plan.confidence), lang)}\n\n${sentences.join('\n')}\n`);
  printErrors(failed);
  if (last === undefined) return exitCodes.nothingDone;
  return failed.length + refused.length > 0 ? exitCodes.someFailed : exitCodes.done;
}

const courseJson = ({ days, ...course }: ResidualCourse, lang: Language): object => ({
  ...course,
  days: days.map(({ result, ...day }) => ({ ...day, ...residualJson(result, lang) })),
});

function courseText({ days }: ResidualCourse, confidence: string, lang: Language): string {
  const t = translator(lang);
  const head = [
    t('day'),
    t('residual'),
    t('among'),
    t('fraction'),
    t('upper', { confidence }),
    t('viable'),
    t('cells'),
    t('cellsUpper'),
    t('state'),
  ];
  return textTable(
    head,
    days.map(({ day, result: { sum, tubes, upper, state }, count, cells, isDetected }) => [
      String(day),
      String(sum?.n ?? '–'),
      String(sum?.total ?? '–'),
      fractionOfTubes({ sum, tubes }),
      percentOf(upper),
      count === undefined ? '–' : cellsOf(count.viable),
      cells === undefined || !isDetected ? '–' : cellsOf(cells.cells),
      cells === undefined ? '–' : upperCells(cells.upper),
      t(`state.${state}`),
    ]),
  );
}

const noRuns = {
  en: 'The archive holds no result of lot "{lot}".',
  ja: 'アーカイブにロット「{lot}」の結果がありません。',
};
