import { localTime } from '../../base/local-time.ts';
import type { Language, Sentence } from '../../base/message.ts';
import { callState } from '../../biology/classification/call-state.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import type { Verdict as QualityVerdict } from '../../gating/quality/quality.ts';
import type { Protocol } from '../../study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import type { JudgedSpecification } from '../../study/specification/judge-specification.ts';
import { gateRatings } from '../../study/verdict/gate-ratings.ts';
import { judgedOf } from '../../study/verdict/judged-of.ts';
import { groupNames } from '../report/messages.ts';
import type { Cell, Paper, Row } from '../report/model.ts';
import { methodNamer } from './call-annex.ts';
import { certificateTitle } from './identity.ts';
import type { OverviewModel } from './model.ts';
import { type Say, sayIn } from './say.ts';

/** One lot of several: its result, or why it has none. */
export type OverviewRow =
  | { readonly name: string; readonly why: Sentence }
  | { readonly analysis: SampleAnalysis; readonly protocol: Pick<Protocol, 'specification'>; readonly change?: Sentence | undefined };

export interface OverviewOptions {
  readonly language: Language;
  readonly generatedAt: string | undefined;
  readonly timeZone: string;
  readonly title?: Sentence | undefined;
  readonly logo?: Uint8Array | undefined;
  readonly paper?: Paper | undefined;
}

/** The first page of several certificates: one row a lot, those without a result first, then those to be looked at. */
export function overviewOf(
  rows: readonly OverviewRow[],
  { language, generatedAt, timeZone, title, logo, paper }: OverviewOptions,
): OverviewModel {
  const say = sayIn(language);
  const first = rows.flatMap((row) => ('analysis' in row ? [row.analysis] : []))[0];
  const foot = { software: `Lymphoscope ${first?.software.version ?? ''}`.trim(), digest: first?.protocol.sha256.slice(0, 8) ?? '–' };
  const name = say('overviewTitle', { n: rows.length });
  return {
    language,
    title: name,
    subtitle: countsText(rows, say),
    header: title?.[language] ?? say('title'),
    footer: {
      researchUse: say('researchUse'),
      software: generatedAt === undefined ? say('footUndated', foot) : say('foot', { ...foot, when: localTime(generatedAt, timeZone) }),
      generated: undefined,
      pageOf: (page, pages) => say('page', { name: say('overview'), page, pages }),
    },
    ...(logo === undefined ? {} : { logo }),
    ...(paper === undefined ? {} : { paper }),
    generatedAt,
    digest: rows.map((row) => ('analysis' in row ? row.analysis.sample.sha256.slice(0, 8) : '')).join(''),
    table: {
      columns: columnsOf(rows, say),
      rows: sorted(rows).map((row) => rowOf(row, hasChanges(rows), namer(rows, say), language, say)),
    },
  };
}

const hasChanges = (rows: readonly OverviewRow[]): boolean => rows.some((row) => 'analysis' in row && row.change !== undefined);

const columnsOf = (rows: readonly OverviewRow[], say: Say) => [
  { title: say('sample'), align: 'left', weight: 2.4 } as const,
  { title: say('overall'), align: 'left', weight: 1.6 } as const,
  { title: say('overviewDeclared'), align: 'left', weight: 4 } as const,
  { title: say('overviewQuality'), align: 'left', weight: 1.3 } as const,
  { title: say('overviewGates'), align: 'left', weight: 1.3 } as const,
  ...(hasChanges(rows) ? [{ title: say('overviewChange'), align: 'left', weight: 2.4 } as const] : []),
];

const order = { fail: 1, undecided: 2, 'no-specification': 3, pass: 4 } as const;

function sorted(rows: readonly OverviewRow[]): readonly OverviewRow[] {
  const rank = (row: OverviewRow) => ('why' in row ? 0 : order[judgedOf(row.analysis, row.protocol).overall]);
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

function countsText(rows: readonly OverviewRow[], say: Say): string {
  const counts = new Map<JudgedSpecification['overall'], number>();
  for (const row of rows) {
    if ('why' in row) continue;
    const { overall } = judgedOf(row.analysis, row.protocol);
    counts.set(overall, (counts.get(overall) ?? 0) + 1);
  }
  return [...counts].map(([overall, n]) => `${say(`overall.${overall}`)} ${n}`).join('  ・  ');
}

const verdictLights: { readonly [O in JudgedSpecification['overall']]: Light | undefined } = {
  pass: 'green',
  fail: 'red',
  undecided: 'amber',
  'no-specification': undefined,
};
const qualityLights: { readonly [V in QualityVerdict]: Light } = { good: 'green', review: 'amber', reject: 'red' };

type Namer = (sample: SampleAnalysis['sample']) => string;

/** The title of each; where several have one title, with the digest that its certificate names too. */
function namer(rows: readonly OverviewRow[], say: Say): Namer {
  const titles = rows.flatMap((row) => ('analysis' in row ? [certificateTitle(row.analysis.sample, say)] : []));
  const twice = new Set(titles.filter((title, i) => titles.indexOf(title) !== i));
  return (sample) => {
    const title = certificateTitle(sample, say);
    return twice.has(title) ? `${title} (${say('digest', { digest: sample.sha256.slice(0, 8) })})` : title;
  };
}

function rowOf(row: OverviewRow, changes: boolean, nameOf: Namer, language: Language, say: Say): Row {
  const last = (cell: Cell): readonly Cell[] => (changes ? [cell] : []);
  const dash: Cell = { text: '–', quiet: true };
  if ('why' in row)
    return { cells: [{ text: row.name }, dash, { text: say('noResult', { why: row.why[language] }) }, dash, dash, ...last(dash)] };
  const { analysis, protocol, change } = row;
  const { classification, quality, sample } = analysis;
  const judged = judgedOf(analysis, protocol);
  const light = verdictLights[judged.overall];
  const { worst, total } = gateRatings(analysis, judged.items);
  const { declared, group } = classification;
  const declaration =
    declared === undefined
      ? say('undeclared')
      : `${methodNamer(classification, language)(declared.method)}: ${say(`declared.${declared.verdict}`)}`;
  return {
    cells: [
      { text: nameOf(sample) },
      { text: say(`overall.${judged.overall}`), ...(light === undefined ? { quiet: true } : { light }) },
      callState(classification) === 'none' ? dash : { text: `${declaration}; ${say('called', { group: groupNames[group][language] })}` },
      quality === undefined ? dash : { text: say(`quality.${quality.verdict}`), light: qualityLights[quality.verdict] },
      worst !== undefined ? { text: say(`rating.${worst}`), light: worst } : total === 0 ? dash : { text: say('byHand'), quiet: true },
      ...last(change === undefined ? dash : { text: change[language] }),
    ],
  };
}
