import path from 'node:path';
import { checkDocumentOf, parseJson } from '../../../core/base/json-document.ts';
import type { Language } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { decodeTable } from '../../../core/base/tables/decode-table.ts';
import type { DateStyle } from '../../../core/base/written-date.ts';
import { cohortDocument } from '../../../core/show/course/cohort-document.ts';
import { courseDocument, gradeText, hoursText } from '../../../core/show/course/course-document.ts';
import { type Alignment, cohortHeight, drawCohort } from '../../../core/show/course/draw-cohort.ts';
import { courseHeight, drawCourse } from '../../../core/show/course/draw-course.ts';
import { nameOf } from '../../../core/show/course/panel-name.ts';
import { shownParts } from '../../../core/show/course/parts.ts';
import { pointColumns, pointRows, valueText } from '../../../core/show/course/points.ts';
import { translator } from '../../../core/show/course/words.ts';
import { drawingToSvg } from '../../../core/show/plot/svg.ts';
import type { CohortLane } from '../../../core/study/course/cohort.ts';
import { courseFrom } from '../../../core/study/course/course-source.ts';
import {
  type CourseTemplate,
  type Doubt,
  parseCourseTemplate,
  readCourseTable,
  withoutDoubts,
} from '../../../core/study/course/course-table.ts';
import { exportedSource } from '../../../core/study/course/export-course.ts';
import { checkObservation, observationSchema } from '../../../core/study/course/observation.ts';
import type { PatientCourse } from '../../../core/study/course/patient-course.ts';
import { courseExports, logExport, shiftOf } from '../../archive/course-exports.ts';
import { courseSource } from '../../archive/course-sources.ts';
import { courseTemplates, keepTemplate } from '../../archive/course-templates.ts';
import { setDonorPattern } from '../../archive/donor-pattern.ts';
import { cohortOf, refuseUnknownDonors, voidObservation, writeObservations } from '../../archive/observations.ts';
import type { Archive } from '../../archive/open-archive.ts';
import { piecesOf } from '../../archive/pieces.ts';
import { readDocument } from '../../files/read-document.ts';
import { writeWhole } from '../../files/write-file.ts';
import { softwareVersion } from '../../host/host.ts';
import { whoWorks } from '../../host/who-works.ts';
import { writeSectioned } from '../../pdf/write-sectioned.ts';
import type { TableRow } from '../../tables/table.ts';
import { writeTable } from '../../tables/write-table.ts';
import { named } from '../shared/named-problem.ts';
import { exitCodes, printJson, textTable } from '../shared/output.ts';

export interface CourseOptions {
  readonly json: boolean;
  readonly lang: Language;
}

export interface ShowOptions {
  readonly out: string | undefined;
  readonly timeZone: string;
  /** All dates of the file are moved by the donor's own number of whole weeks. */
  readonly shiftDates: boolean;
  /** Free text goes into the file. */
  readonly texts: boolean;
  readonly dates: DateStyle;
}

/** `course show`: everything of one donor on one time line. */
export async function showCourse({ db }: Archive, donor: string, options: CourseOptions & ShowOptions): Promise<number> {
  const { json, lang, out, timeZone, shiftDates, texts, dates } = options;
  const source = await courseSource(db, donor);
  if (Object.values(source).every(({ length }) => length === 0)) throw new Problem('course-donor-unknown', nobody, { donor });
  const course = courseFrom(donor, source);
  if (out !== undefined) {
    const wish = { texts, weeks: shiftDates ? await shiftOf(db, donor) : undefined };
    await writeOut(courseFrom(donor, exportedSource(source, wish)), out, { lang, timeZone, dates });
    await logExport(db, { donor, what: path.basename(out), ...wish }, whoWorks(), new Date().toISOString());
  }
  if (json) printJson({ ...course, ...(out === undefined ? {} : { report: { file: out } }) });
  else process.stdout.write(`${courseText(course, lang)}\n`);
  return exitCodes.done;
}

async function writeOut(
  course: PatientCourse,
  out: string,
  { lang, timeZone, dates }: { readonly lang: Language; readonly timeZone: string; readonly dates: DateStyle },
): Promise<void> {
  if (/\.svg$/i.test(out)) {
    const [width, height] = [900, courseHeight(course, shownParts(course, lang))];
    const look = { width, height, background: '#ffffff', title: translator(lang)('title', { donor: course.donor }), address: () => '' };
    return writeWhole(out, async (to) => void to.end(drawingToSvg(drawCourse(course, { width, language: lang, dates }), look)));
  }
  if (/\.(xlsx|csv|parquet)$/i.test(out))
    return writeTable({ name: 'course', columns: pointColumns, rows: pieces(pointRows(course, lang)) }, out);
  const about = { language: lang, generatedAt: new Date().toISOString(), version: softwareVersion(), timeZone };
  return writeWhole(out, (to) => writeSectioned([courseDocument(course, about, { dates })], to));
}

async function* pieces(rows: readonly TableRow[]): AsyncGenerator<readonly TableRow[]> {
  for (const piece of piecesOf(rows, 1000)) yield piece;
}

function courseText(course: PatientCourse, lang: Language): string {
  const t = translator(lang);
  const rows = course.panels.flatMap((panel) =>
    panel.points.map((point) => [nameOf(panel, lang), point.on, point.time ?? '', point.day.toFixed(1), valueText(point, t), point.source]),
  );
  const fever = course.fever.map((one) => [one.material, one.on, one.peak?.toFixed(1) ?? '–', hoursText(one), gradeText(one, t)]);
  return [
    `${t('title', { donor: course.donor })}  ${t('subtitle', { start: course.start ?? '–' })}`,
    textTable([t('item'), t('date'), '', t('day'), t('value'), t('source')], rows),
    ...(fever.length === 0 ? [] : ['', textTable([t('dose'), t('date'), t('peak'), t('hours'), t('grade')], fever)]),
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
  const kept = (await courseTemplates(db)).find(({ name }) => name === named_);
  const template = kept ?? (await loadTemplate(named_));
  const bytes = await readDocument(file);
  const read = named(file, () => readCourseTable(bytes, template, { file: path.basename(file), by: whoWorks() }));
  const { observations, doubts } = read;
  if (!newDonors) await refuseUnknownDonors(db, observations);
  const isTaken = !dryRun && (doubts.length === 0 || goodRows);
  const good = withoutDoubts(read, path.basename(file));
  const added = isTaken ? await writeObservations(db, good, new Date().toISOString()) : 0;
  if (json) printJson({ read: observations.length, added, dryRun, doubts: doubts.map((doubt) => doubtJson(doubt, lang)) });
  else {
    for (const { line, column, problem } of doubts) process.stdout.write(`! ${line}  ${column}: ${problem.in(lang)} [${problem.code}]\n`);
    process.stdout.write(`${taken(observations.length, added, lang)}\n`);
  }
  return doubts.length === 0 ? exitCodes.done : isTaken || dryRun ? exitCodes.someFailed : exitCodes.nothingDone;
}

async function loadTemplate(file: string): Promise<CourseTemplate> {
  const bytes = await readDocument(file);
  return named(file, () => parseCourseTemplate(decodeTable(bytes)));
}

/** `course template`: keeps one in the archive, under its name. */
export async function addTemplate({ db }: Archive, file: string, { json }: CourseOptions): Promise<number> {
  const template = await loadTemplate(file);
  await keepTemplate(db, template, whoWorks(), new Date().toISOString());
  if (json) printJson({ kept: template.name });
  else process.stdout.write(`${template.name}\n`);
  return exitCodes.done;
}

/** `course pattern`: how pseudonyms of donors are formed here. */
export async function setPattern({ db }: Archive, pattern: string, { json }: CourseOptions): Promise<number> {
  await setDonorPattern(db, pattern);
  if (json) printJson({ pattern });
  else process.stdout.write(`${pattern}\n`);
  return exitCodes.done;
}

/** `course exports`: what left the laboratory, when and by whom. */
export async function listExports({ db }: Archive, { json }: CourseOptions): Promise<number> {
  const exports = await courseExports(db);
  if (json) printJson({ exports });
  else for (const { at, by, donor, what } of exports) process.stdout.write(`${at}  ${by}  ${donor}  ${what}\n`);
  return exitCodes.done;
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

export async function voidOne({ db }: Archive, id: string, reason: string, { json }: CourseOptions): Promise<number> {
  if (reason.trim() === '') throw new Problem('course-reason', noReason);
  await voidObservation(db, id, { reason, by: whoWorks(), at: new Date().toISOString() });
  if (json) printJson({ voided: id });
  return exitCodes.done;
}

/** `course cohort`: every donor of a query in a lane. */
export async function listCohort(
  { db }: Archive,
  query: string,
  { json, lang, out, align, timeZone, dates }: CourseOptions & CohortOptions,
): Promise<number> {
  const lanes = await cohortOf(db, query);
  if (out !== undefined && lanes.length > 0) await writeCohort(lanes, out, { lang, align, timeZone, dates });
  if (out !== undefined) {
    const [by, at] = [whoWorks(), new Date().toISOString()];
    for (const { donor } of lanes) await logExport(db, { donor, what: path.basename(out), texts: false }, by, at);
  }
  const t = translator(lang);
  if (json) printJson({ donors: lanes });
  else {
    const head = [t('cohortDonor'), t('diagnosed'), t('firstDose'), t('infusions'), t('missed'), t('lastKnown')];
    const rows = lanes.map(({ donor, diagnosis = '–', start = '–', infusions, missed, last = '–' }) => [
      ...[donor, diagnosis, start, String(infusions), String(missed), last],
    ]);
    process.stdout.write(`${textTable(head, rows)}\n`);
  }
  return exitCodes.done;
}

export interface CohortOptions {
  readonly out: string | undefined;
  readonly align: Alignment;
  readonly timeZone: string;
  readonly dates: DateStyle;
}

async function writeCohort(
  lanes: readonly CohortLane[],
  out: string,
  { lang: language, align, timeZone, dates }: Omit<CohortOptions, 'out'> & { readonly lang: Language },
): Promise<void> {
  if (/\.svg$/i.test(out)) {
    const [width, height] = [900, cohortHeight(lanes.length)];
    const look = { width, height, background: '#ffffff', title: translator(language)('cohort'), address: () => '' };
    return writeWhole(out, async (to) => void to.end(drawingToSvg(drawCohort(lanes, { width, language, align, dates }), look)));
  }
  const about = { language, generatedAt: new Date().toISOString(), version: softwareVersion(), timeZone };
  return writeWhole(out, (to) => writeSectioned([cohortDocument(lanes, about, { align, dates })], to));
}

const noReason = { en: 'Say why it is voided.', ja: '取り消す理由を入力してください。' };
const nobody = { en: 'Nothing is known of a donor "{donor}".', ja: 'ドナー「{donor}」の記録はありません。' };
