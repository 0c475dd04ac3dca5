import path from 'node:path';
import { checkDocumentOf, parseJson } from '../../../core/base/json-document.ts';
import type { Language } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { decodeTable } from '../../../core/base/tables/decode-table.ts';
import { courseDocument, gradeText } from '../../../core/show/course/course-document.ts';
import { courseHeight, drawCourse } from '../../../core/show/course/draw-course.ts';
import { nameOf } from '../../../core/show/course/panel-name.ts';
import { shownParts } from '../../../core/show/course/parts.ts';
import { pointColumns, pointRows, valueText } from '../../../core/show/course/points.ts';
import { translator } from '../../../core/show/course/words.ts';
import { drawingToSvg } from '../../../core/show/plot/svg.ts';
import { courseFrom } from '../../../core/study/course/course-source.ts';
import { type Doubt, parseCourseTemplate, readCourseTable } from '../../../core/study/course/course-table.ts';
import { checkObservation, observationSchema } from '../../../core/study/course/observation.ts';
import { courseOf, type PatientCourse } from '../../../core/study/course/patient-course.ts';
import { takePlate } from '../../../core/study/course/take-plate.ts';
import { joinTaken, type Taken } from '../../../core/study/course/taken.ts';
import { courseSource } from '../../archive/course-sources.ts';
import {
  dosesOf,
  knownDonors,
  observationsOf,
  refuseUnknownDonors,
  voidObservation,
  writeObservations,
} from '../../archive/observations.ts';
import type { Archive } from '../../archive/open-archive.ts';
import { piecesOf } from '../../archive/pieces.ts';
import { readDocument } from '../../files/read-document.ts';
import { writeWhole } from '../../files/write-file.ts';
import { softwareVersion } from '../../host/host.ts';
import { whoWorks } from '../../host/who-works.ts';
import { writeSectioned } from '../../pdf/write-sectioned.ts';
import type { TableRow } from '../../tables/table.ts';
import { writeTable } from '../../tables/write-table.ts';
import { loadPlate } from '../killing/load-plate.ts';
import { named } from '../shared/named-problem.ts';
import { exitCodes, printJson, textTable } from '../shared/output.ts';

export interface CourseOptions {
  readonly json: boolean;
  readonly lang: Language;
}

/** `course show`: everything of one donor on one time line. */
export async function showCourse(
  { db }: Archive,
  donor: string,
  options: CourseOptions & { readonly out: string | undefined; readonly timeZone: string },
): Promise<number> {
  const { json, lang, out, timeZone } = options;
  const source = await courseSource(db, donor);
  if (Object.values(source).every(({ length }) => length === 0)) throw new Problem('course-donor-unknown', nobody, { donor });
  const course = courseFrom(donor, source);
  if (out !== undefined) await writeOut(course, out, { lang, timeZone });
  if (json) printJson({ ...course, ...(out === undefined ? {} : { report: { file: out } }) });
  else process.stdout.write(`${courseText(course, lang)}\n`);
  return exitCodes.done;
}

async function writeOut(
  course: PatientCourse,
  out: string,
  { lang, timeZone }: { readonly lang: Language; readonly timeZone: string },
): Promise<void> {
  if (/\.svg$/i.test(out)) {
    const [width, height] = [900, courseHeight(course, shownParts(course, lang))];
    const look = { width, height, background: '#ffffff', title: translator(lang)('title', { donor: course.donor }), address: () => '' };
    return writeWhole(out, async (to) => void to.end(drawingToSvg(drawCourse(course, { width, language: lang }), look)));
  }
  if (/\.(xlsx|csv|parquet)$/i.test(out))
    return writeTable({ name: 'course', columns: pointColumns, rows: pieces(pointRows(course, lang)) }, out);
  const about = { language: lang, generatedAt: new Date().toISOString(), version: softwareVersion(), timeZone };
  return writeWhole(out, (to) => writeSectioned([courseDocument(course, about)], to));
}

async function* pieces(rows: readonly TableRow[]): AsyncGenerator<readonly TableRow[]> {
  for (const piece of piecesOf(rows, 1000)) yield piece;
}

function courseText(course: PatientCourse, lang: Language): string {
  const t = translator(lang);
  const rows = course.panels.flatMap((panel) =>
    panel.points.map((point) => [nameOf(panel, lang), point.on, point.time ?? '', point.day.toFixed(1), valueText(point, t), point.source]),
  );
  const fever = course.fever.map((one) => [one.material, one.on, one.peak?.toFixed(1) ?? '–', gradeText(one, t)]);
  return [
    `${t('title', { donor: course.donor })}  ${t('subtitle', { start: course.start ?? '–' })}`,
    textTable([t('item'), t('date'), '', t('day'), t('value'), t('source')], rows),
    ...(fever.length === 0 ? [] : ['', textTable([t('dose'), t('date'), t('peak'), t('grade')], fever)]),
  ].join('\n');
}

export interface ImportOptions extends CourseOptions {
  readonly template: string;
  readonly dryRun: boolean;
  /** Take the rows that can be read although others cannot. */
  readonly goodRows: boolean;
  /** Donors that the archive does not know are to be known from now on. */
  readonly newDonors: boolean;
}

/** `course import`: a hospital's table by a template. */
export async function importCourse(
  { db }: Archive,
  file: string,
  { template: named_, dryRun, goodRows, newDonors, json, lang }: ImportOptions,
): Promise<number> {
  const templateBytes = await readDocument(named_);
  const template = named(named_, () => parseCourseTemplate(decodeTable(templateBytes)));
  const bytes = await readDocument(file);
  const { observations, doubts } = named(file, () => readCourseTable(bytes, template, { file: path.basename(file), by: whoWorks() }));
  if (!newDonors) await refuseUnknownDonors(db, observations);
  const isTaken = !dryRun && (doubts.length === 0 || goodRows);
  const doubted = new Set(doubts.map(({ line, column }) => `${line}:${column}`));
  const good = observations.filter(({ id }) => !doubted.has(id.slice(path.basename(file).length + 1)));
  const added = isTaken ? await writeObservations(db, good, new Date().toISOString()) : 0;
  if (json) printJson({ read: observations.length, added, dryRun, doubts: doubts.map((doubt) => doubtJson(doubt, lang)) });
  else {
    for (const { line, column, problem } of doubts) process.stdout.write(`! ${line}  ${column}: ${problem.in(lang)} [${problem.code}]\n`);
    process.stdout.write(`${taken(observations.length, added, lang)}\n`);
  }
  return doubts.length === 0 ? exitCodes.done : isTaken || dryRun ? exitCodes.someFailed : exitCodes.nothingDone;
}

const taken = (read: number, added: number, lang: Language): string =>
  lang === 'ja' ? `読み取り ${read}件、追加 ${added}件` : `${read} read, ${added} added`;

const doubtJson = ({ line, column, problem }: Doubt, lang: Language): object => ({
  line,
  column,
  error: { code: problem.code, message: problem.in(lang) },
});

/** `course add`: observations from JSON, or the voiding of one. */
export async function addObservations(
  { db }: Archive,
  file: string,
  { newDonors, json }: CourseOptions & { readonly newDonors: boolean },
): Promise<number> {
  const bytes = await readDocument(file);
  const observations = named(file, () => {
    const kind = { code: 'course-invalid', name: { en: 'observations', ja: '経過の記録' } };
    const parsed = parseJson(decodeTable(bytes), kind);
    return (Array.isArray(parsed) ? parsed : [parsed]).map((one: unknown) => {
      const observation = checkDocumentOf(one, { ...kind, schema: observationSchema });
      checkObservation(observation);
      return observation;
    });
  });
  if (!newDonors) await refuseUnknownDonors(db, observations);
  const added = await writeObservations(db, observations, new Date().toISOString());
  if (json) printJson({ added });
  else process.stdout.write(`${added}\n`);
  return exitCodes.done;
}

/** `course plate`: NK activity of every donor of some plates. */
export async function addPlates(
  { db }: Archive,
  files: readonly string[],
  { assay, newDonors, json, lang }: CourseOptions & { readonly assay: string | undefined; readonly newDonors: boolean },
): Promise<number> {
  const parts: Taken[] = [];
  for (const file of files) {
    const { result, sha256 } = await loadPlate(file, { assay });
    for (const donor of new Set(result.effectors.flatMap(({ effector }) => effector.donor ?? [])))
      parts.push(takePlate(donor, result, sha256));
  }
  const { observations, left } = joinTaken(parts);
  if (!newDonors) await refuseUnknownDonors(db, observations);
  const added = await writeObservations(db, observations, new Date().toISOString());
  if (json) printJson({ read: observations.length, added, left });
  else {
    const t = translator(lang);
    for (const { source, why } of left) process.stdout.write(`! ${source}: ${t(why)}\n`);
    process.stdout.write(`${taken(observations.length, added, lang)}\n`);
  }
  return left.length === 0 ? exitCodes.done : exitCodes.someFailed;
}

export async function voidOne({ db }: Archive, id: string, reason: string, { json }: CourseOptions): Promise<number> {
  if (reason.trim() === '') throw new Problem('course-reason', noReason);
  await voidObservation(db, id, { reason, by: whoWorks(), at: new Date().toISOString() });
  if (json) printJson({ voided: id });
  return exitCodes.done;
}

/** `course cohort`: every donor in a line. */
export async function listCohort({ db }: Archive, { json, lang }: CourseOptions): Promise<number> {
  const all = await observationsOf(db);
  const rows = await Promise.all(
    [...(await knownDonors(db))].sort().map(async (donor) => {
      const course = courseOf(donor, all, await dosesOf(db, donor));
      const given = course.doses.filter(({ outcome }) => outcome !== 'missed');
      const last = [...course.doses.map(({ on }) => on), ...course.panels.flatMap(({ points }) => points.map(({ on }) => on))]
        .sort()
        .at(-1);
      return {
        donor,
        start: course.start,
        infusions: given.length,
        missed: course.doses.length - given.length,
        observations: all.filter((one) => one.donor === donor).length,
        last,
      };
    }),
  );
  const t = translator(lang);
  if (json) printJson({ donors: rows });
  else
    process.stdout.write(
      `${textTable(
        ['donor', t('subtitle', { start: '' }), t('doses'), t('missed'), 'n'],
        rows.map(({ donor, start, infusions, missed, observations }) => [
          donor,
          start ?? '–',
          String(infusions),
          String(missed),
          String(observations),
        ]),
      )}\n`,
    );
  return exitCodes.done;
}

const noReason = { en: 'Say why it is voided.', ja: '取り消す理由を入力してください。' };
const nobody = { en: 'Nothing is known of a donor "{donor}".', ja: 'ドナー「{donor}」の記録はありません。' };
