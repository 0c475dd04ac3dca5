import { ENGINE } from '../../base/engine.ts';
import { localTime } from '../../base/local-time.ts';
import type { Language } from '../../base/message.ts';
import { chartLots, FEWEST_LOTS } from '../../biology/control-charts/individuals.ts';
import { roleColours } from '../plot/colour.ts';
import { formatCount, formatNumber, formatPercent } from '../plot/number-format.ts';
import { type BatchMessageKey, batchTranslator } from './batch-messages.ts';
import type { BatchFacts, BatchModel, BatchRunFacts, IndividualsModel } from './batch-model.ts';
import { changesSection } from './changes-section.ts';
import { compositionRoles } from './composition-roles.ts';
import { roleWords } from './composition-section.ts';
import { lotsTable } from './lots-table.ts';
import { groupNames, translator } from './messages.ts';
import type { Cell, Paper, TableSection } from './model.ts';
import { type Printing, pageFooter } from './page-footer.ts';
import { lightWords } from './populations-section.ts';

export interface BatchReportOptions extends Printing {
  /** A laboratory's own title. */
  readonly title?: string;
  readonly logo?: Uint8Array;
  /** Whether names of files are printed: they may hold those of persons. */
  readonly fileNames: 'show' | 'hide';
  readonly paper?: Paper;
}

/** What a report of a batch says, section by section. */
export function batchReport(given: BatchFacts, options: BatchReportOptions): BatchModel {
  const { language, generatedAt, title, logo, version, timeZone } = options;
  const facts = options.fileNames === 'show' ? given : withoutFileNames(given);
  const timeOf = (iso: string) => localTime(iso, timeZone);
  const say = batchTranslator(language);
  const t = translator(language);
  const { batch, protocol, runs, failures } = facts;
  const total = runs.length + failures.length;
  const named = t('revision', { name: protocol.title?.[language] ?? protocol.name, revision: protocol.revision });
  return {
    language,
    title: title ?? say('title', { batch: batch.seq, protocol: protocol.title?.[language] ?? protocol.name }),
    subtitle: say('subtitle', { total: formatCount(total), done: formatCount(runs.length), failed: formatCount(failures.length) }),
    header: say('header'),
    footer: pageFooter(options),
    ...(logo === undefined ? {} : { logo }),
    ...(options.paper === undefined ? {} : { paper: options.paper }),
    generatedAt,
    digest: `${protocol.sha256} ${facts.engine} ${runs.map(({ sha256 }) => sha256.slice(0, 8)).join('')}`.slice(0, 2000),
    lots: lotsTable(facts, language),
    summary: {
      heading: say('summary'),
      facts: [
        { label: say('runsCount'), value: formatCount(total) },
        { label: t('protocol'), value: named },
        { label: say('query'), value: batch.query.trim() === '' ? say('everything') : batch.query },
        ...(batch.sameRun === undefined ? [] : [{ label: say('sameRun'), value: say(`sameRun.${batch.sameRun}`) }]),
        { label: say('by'), value: batch.by },
        { label: say('started'), value: timeOf(batch.createdAt) },
        { label: say('finished'), value: batch.finishedAt === undefined ? '–' : timeOf(batch.finishedAt) },
      ],
    },
    calls: callsTable(runs, say, language),
    lights: lightsTable(runs, say, language),
    charts: {
      heading: say('charts'),
      composition: {
        title: say('compositionChart'),
        legend: compositionRoles.map((role) => ({ name: t(roleWords[role]), swatch: roleColours[role] })),
        runs: runs.flatMap(({ parts }) =>
          parts === undefined ? [] : [{ percents: compositionRoles.map((role) => parts[role]?.percent ?? 0) }],
        ),
      },
      individuals: individuals(runs, say),
    },
    changes: changesSection(facts.changes, say, language),
    runs: runsTable(runs, say, language),
    failures: {
      heading: say('failures'),
      columns: [
        { title: t('file'), align: 'left', weight: 3 },
        { title: say('reason'), align: 'left', weight: 6 },
      ],
      rows: failures.map(({ name, dataset, message, code }) => ({
        cells: [{ text: dataset === 0 ? name : `${name} [${dataset + 1}]` }, { text: `${message[language]} [${code}]` }],
      })),
      note: undefined,
      none: say('noFailures'),
    },
    provenance: {
      heading: t('provenanceHeading'),
      facts: [
        { label: t('protocol'), value: named },
        { label: t('protocolDigest'), value: protocol.sha256 },
        { label: t('engine'), value: facts.engine === ENGINE ? facts.engine : t('olderEngine', { engine: facts.engine, now: ENGINE }) },
        { label: t('software'), value: t('version', { version }) },
        { label: t('signature'), value: t('unsigned') },
      ],
    },
  };
}

/** Runs by the digests of their bytes: their lots stand beside them. */
const withoutFileNames = (facts: BatchFacts): BatchFacts => ({
  ...facts,
  runs: facts.runs.map((run) => ({ ...run, name: `SHA-256 ${run.sha256.slice(0, 8)}…` })),
  failures: facts.failures.map((failure) => ({
    ...failure,
    name: failure.sha256 === undefined ? '–' : `SHA-256 ${failure.sha256.slice(0, 8)}…`,
  })),
});

type Say = (word: BatchMessageKey, values?: { readonly [name: string]: string | number }) => string;

const groupName = (group: string, language: Language): string =>
  Object.entries(groupNames).find(([id]) => id === group)?.[1][language] ?? group;

function callsTable(runs: readonly BatchRunFacts[], say: Say, language: Language): TableSection {
  const counts = countBy(runs, ({ group }) => group);
  return {
    heading: say('calls'),
    columns: [
      { title: say('call'), align: 'left', weight: 5 },
      { title: say('runs'), align: 'right', weight: 1.5 },
      { title: say('share'), align: 'right', weight: 1.5 },
    ],
    rows: counts.map(([group, count]) => ({
      cells: [{ text: groupName(group, language) }, { text: formatCount(count) }, { text: formatPercent((100 * count) / runs.length) }],
    })),
    note: undefined,
  };
}

function lightsTable(runs: readonly BatchRunFacts[], say: Say, language: Language): TableSection {
  const t = translator(language);
  const counts = new Map(countBy(runs, ({ worst, verdict }) => (verdict === undefined ? worst : verdict.gates) ?? 'fixed'));
  const lights = ['green', 'amber', 'red'] as const;
  return {
    heading: say('lights'),
    columns: [
      { title: say('worst'), align: 'left', weight: 5 },
      { title: say('runs'), align: 'right', weight: 1.5 },
    ],
    rows: [
      ...lights.map((light) => ({ cells: [{ text: t(lightWords[light]), light }, { text: formatCount(counts.get(light) ?? 0) }] })),
      ...(counts.has('fixed') ? [{ cells: [{ text: t('fixedGate') }, { text: formatCount(counts.get('fixed') ?? 0) }] }] : []),
    ],
    note: say('lightsNote'),
  };
}

/** Lots of one method only belong on one chart. */
function individuals(runs: readonly BatchRunFacts[], say: Say): readonly IndividualsModel[] {
  const methods = countBy(runs, ({ declared }) => declared ?? '').filter(([, count]) => count >= FEWEST_LOTS);
  const charts = methods.map(([method]) =>
    individualsOf(
      method,
      runs.filter(({ declared }) => (declared ?? '') === method),
      say,
    ),
  );
  return charts.length > 0
    ? charts
    : [{ title: say('individuals', { method: '' }), note: say('individualsFew', { n: FEWEST_LOTS }), chart: undefined }];
}

function individualsOf(method: string, runs: readonly BatchRunFacts[], say: Say): IndividualsModel {
  const lots = runs.flatMap(({ parts, denominator }) =>
    parts?.['nk'] === undefined ? [] : [{ count: parts['nk'].count, total: denominator }],
  );
  const chart = chartLots(lots);
  const title = say('individuals', { method: method === '' ? say('undeclared') : method });
  if (chart === undefined) return { title, note: say('individualsFew', { n: FEWEST_LOTS }), chart: undefined };
  const { centre, lower, upper, points } = chart;
  const note = say('individualsNote', {
    centre: formatNumber(centre),
    lower: formatNumber(lower),
    upper: formatNumber(upper),
    n: FEWEST_LOTS,
  });
  return {
    title,
    note,
    chart: { centre, lower, upper, points: points.map(({ percent, breach }) => ({ percent, breach: breach !== undefined })) },
  };
}

function runsTable(runs: readonly BatchRunFacts[], say: Say, language: Language): TableSection {
  const t = translator(language);
  const percent = (run: BatchRunFacts, role: string): Cell => ({ text: formatPercent(run.parts?.[role]?.percent) });
  return {
    heading: say('runs'),
    columns: [
      { title: t('file'), align: 'left', weight: 4.6 },
      { title: t('lot'), align: 'left', weight: 1.7 },
      { title: t('day'), align: 'right', weight: 1.3 },
      { title: t('events'), align: 'right', weight: 1.3 },
      { title: say('call'), align: 'left', weight: 2.4 },
      { title: 'NK %', align: 'right', weight: 0.9 },
      { title: 'NKT %', align: 'right', weight: 1 },
      { title: 'T %', align: 'right', weight: 0.9 },
      { title: say('worst'), align: 'left', weight: 1.5 },
    ],
    rows: runs.map((run) => ({
      cells: [
        { text: run.dataset === 0 ? run.name : `${run.name} [${run.dataset + 1}]` },
        { text: run.lot ?? '–' },
        { text: run.day === undefined ? '–' : String(run.day) },
        { text: formatCount(run.events) },
        { text: groupName(run.group, language) },
        percent(run, 'nk'),
        percent(run, 'nkt-like'),
        percent(run, 't'),
        lightCell(run.verdict === undefined ? run.worst : run.verdict.gates, t),
      ],
    })),
    note: undefined,
  };
}

const lightCell = (light: BatchRunFacts['worst'], t: ReturnType<typeof translator>): Cell =>
  light === undefined ? { text: t('fixedGate'), quiet: true } : { text: t(lightWords[light]), light };

function countBy<T>(all: readonly T[], of: (one: T) => string): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(of(one), (counts.get(of(one)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}
