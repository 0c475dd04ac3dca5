import * as z from 'zod';
import type { Language } from '../../base/message.ts';
import { type FeatureId, featureIds } from '../../biology/features/feature-kinds.ts';
import type { SampleAnalysis } from '../sample/sample-analysis.ts';
import { type Measured, measureFeature, measurePopulation } from '../specification/judge-specification.ts';
import type { RunVerdict, Verdict } from '../verdict/run-verdict.ts';

/** What a column may say of a run beside its numbers. */
const facts = [
  'file',
  'sha256',
  'lot',
  'donor',
  'culture',
  'day',
  'role',
  'acquired',
  'cytometer',
  'events',
  'protocol',
  'revision',
  'engine',
  'method',
  'quality',
  'verdict',
  'reasons',
  'certificate',
  'finished',
] as const;

/** One column of a line for another program: its heading, and what stands in it. Percentages and counts are written in full precision. */
export const columnSchema = z.union([
  z.strictObject({ title: z.string().min(1).max(200), value: z.enum(facts) }),
  /** A measured feature by its id: `nk`. */
  z.strictObject({ title: z.string().min(1).max(200), feature: z.enum(featureIds as [string, ...string[]]) }),
  /** A population by its path or role, in percent of one that it lies in (its parent where absent), or counted. */
  z.strictObject({
    title: z.string().min(1).max(200),
    population: z.string().min(1).max(500),
    of: z.string().max(500).optional(),
    unit: z.enum(['%', 'events']).default('%'),
  }),
  /** The same text in every line. */
  z.strictObject({ title: z.string().min(1).max(200), text: z.string().max(200) }),
]);
export type VerdictColumn = z.infer<typeof columnSchema>;

/** A run with its verdict. */
export interface VerdictFacts {
  readonly file: string;
  readonly run:
    | { readonly sha256: string; readonly acquired: string | null; readonly cytometer: string | null; readonly events: number }
    | undefined;
  /** Undefined where no result could be made. */
  readonly analysis: SampleAnalysis | undefined;
  readonly verdict: RunVerdict;
  readonly certificate: string | undefined;
  /** ISO 8601, UTC. */
  readonly finished: string;
}

/** The cells of one line, in the order of the columns; empty where there is nothing to say, and never a zero in its place. */
export const verdictCells = (
  columns: readonly VerdictColumn[],
  of: VerdictFacts,
  language: Language,
): readonly (string | number | undefined)[] =>
  columns.map((column) => {
    if ('text' in column) return column.text;
    if ('value' in column) return factOf(column.value, of, language);
    if (of.analysis === undefined) return undefined;
    if ('feature' in column) return cell(measureFeature(column.feature as FeatureId, of.analysis, '%'));
    return cell(measurePopulation(column, of.analysis));
  });

function factOf(value: (typeof facts)[number], { file, run, analysis, verdict, certificate, finished }: VerdictFacts, language: Language) {
  const metadata = analysis?.sample.metadata;
  switch (value) {
    case 'file':
      return file;
    case 'sha256':
    case 'acquired':
    case 'cytometer':
    case 'events':
      return run?.[value] ?? undefined;
    case 'lot':
    case 'donor':
    case 'culture':
    case 'day':
    case 'role':
      return metadata?.[value];
    case 'protocol':
      return analysis?.protocol.name;
    case 'revision':
      return analysis?.protocol.revision;
    case 'engine':
      return analysis?.software.engine;
    case 'method':
      return analysis?.classification.method;
    case 'quality':
      return analysis?.quality?.verdict;
    case 'verdict':
      return verdictWords[verdict.verdict][language];
    case 'reasons':
      return verdict.reasons.map(({ text }) => text[language]).join(' ');
    case 'certificate':
      return certificate;
    case 'finished':
      return finished;
  }
}

/** A number that a certificate would withhold is withheld here too. */
const cell = ({ value, why }: Measured): number | undefined => (why === undefined ? value : undefined);

export const verdictWords: { readonly [V in Verdict]: { readonly en: string; readonly ja: string } } = {
  pass: { en: 'No concern', ja: '問題なし' },
  look: { en: 'Review', ja: '要確認' },
  stop: { en: 'Stop', ja: '停止' },
};

/** The columns of a table where nobody asked for others. */
export const verdictTable = (language: Language): readonly VerdictColumn[] =>
  (['file', 'lot', 'donor', 'day', 'acquired', 'events'] as const)
    .map((value): VerdictColumn => ({ title: titles[value][language], value }))
    .concat(
      { title: titles.nk[language], feature: 'nk' },
      { title: titles.t[language], feature: 't' },
      (['method', 'verdict', 'reasons', 'finished'] as const).map((value) => ({ title: titles[value][language], value })),
    );

const titles = {
  file: { en: 'File', ja: 'ファイル' },
  lot: { en: 'Lot', ja: 'ロット' },
  donor: { en: 'Donor', ja: 'ドナー' },
  day: { en: 'Day', ja: '日数' },
  acquired: { en: 'Acquired on', ja: '測定日' },
  events: { en: 'Events', ja: 'イベント数' },
  nk: { en: 'NK %', ja: 'NK細胞 %' },
  t: { en: 'T %', ja: 'T細胞 %' },
  method: { en: 'Method', ja: '培養法' },
  verdict: { en: 'Verdict', ja: '判定' },
  reasons: { en: 'Reasons', ja: '理由' },
  finished: { en: 'Finished', ja: '完了日時' },
} as const;
