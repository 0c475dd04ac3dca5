import type { Language } from '../../base/message.ts';
import type { Classification, MethodJudgement, Reason } from '../../biology/classification/classification.ts';
import { featureNames } from '../../biology/classification/reasons.ts';
import type { FeatureId } from '../../biology/features/feature-kinds.ts';
import { unitOf } from '../../biology/features/feature-kinds.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { formatCount, percentText } from '../plot/number-format.ts';
import { groupNames, methodNames } from '../report/messages.ts';
import type { MethodsFigure, TableSection } from '../report/model.ts';
import { markOf, reasonWords } from '../report/reason-words.ts';
import type { CallAnnex } from './model.ts';
import { limitText, valueText } from './number-text.ts';
import type { Say } from './say.ts';

/** The call: the declared method first with each of its limits, then every other method and what excludes it. */
export function callAnnex(
  { classification }: SampleAnalysis,
  figure: MethodsFigure | undefined,
  references: readonly SampleAnalysis[],
  language: Language,
  say: Say,
): CallAnnex {
  const { group, method, methods, declared, missing } = classification;
  const name = methodNamer(classification, language);
  const real = figure?.panels.filter(({ picture }) => picture !== undefined) ?? [];
  const open = group === 'indeterminate';
  return {
    heading: say('annexCall'),
    facts: [
      { label: say('callIs'), value: open ? say('noCall') : say('consistentGroup', { group: groupNames[group][language] }) },
      ...(open
        ? []
        : [{ label: '', value: say('methodInGroup', { method: method === 'indeterminate' ? say('methodOpen') : name(method) }) }]),
      ...(missing.length === 0
        ? []
        : [{ label: '', value: say('decide', { missing: missing.map((id) => featureName(id, language)).join(', ') }) }]),
      ...references.map((one) => ({ label: '', value: referenceText(one, language, say) })),
    ],
    declared:
      declared === undefined
        ? undefined
        : {
            heading: say('declaredHeading', { method: name(declared.method), verdict: say(`declared.${declared.verdict}`) }),
            table: limitsTable(declared.reasons, classification, language, say),
          },
    reasons: {
      heading: say('reasons'),
      items: classification.reasons.map((reason) => ({
        mark: markOf(reason),
        text: reasonWords(reason, language, classification),
      })),
    },
    others: othersTable(
      methods.filter((one) => one.method !== declared?.method),
      classification,
      language,
      say,
    ),
    figure: figure === undefined || real.length < 2 ? undefined : { ...figure, note: say('figureNote'), panels: real },
    note: say('callNote'),
  };
}

/** The day's reference: which bytes, and what is in them. */
function referenceText({ sample, composition }: SampleAnalysis, language: Language, say: Say): string {
  const parts = (composition?.parts ?? []).map(({ role, percent }) => `${featureNames[role][language]} ${percentText(percent, language)}`);
  const name = sample.metadata.lot ?? sample.metadata.sampleId;
  const digest = say('digest', { digest: sample.sha256.slice(0, 8) });
  return [
    `${say('sameDayReference')}: ${name === undefined ? digest : `${name} (${digest})`}`,
    formatCount(sample.eventCount),
    ...parts,
  ].join(' ・ ');
}

const featureName = (id: string, language: Language): string => featureNames[id as FeatureId]?.[language] ?? id;

export const methodNamer =
  ({ methods }: Pick<Classification, 'methods'>, language: Language) =>
  (id: string): string =>
    methods.find((one) => one.method === id)?.name[language] ?? methodNames[id as keyof typeof methodNames]?.[language] ?? id;

/** Each limit that the declared profile asks for: what was measured, and whether it holds. */
function limitsTable(reasons: readonly Reason[], classification: Classification, language: Language, say: Say): TableSection {
  return {
    heading: '',
    columns: [
      { title: say('item'), align: 'left', weight: 3.6 },
      { title: say('requirement'), align: 'right', weight: 2.4 },
      { title: say('measured'), align: 'right', weight: 3 },
      { title: say('verdict'), align: 'left', weight: 1.6 },
    ],
    rows: reasons.map((reason) => {
      const { values = {}, passed } = reason;
      const open = values['outcome'] === 'open';
      const verdict = {
        text: say(open ? 'openRule' : passed ? 'met' : 'notMet'),
        light: open ? 'amber' : passed ? 'green' : 'red',
      } as const;
      const id = values['feature'];
      if (typeof id !== 'string' || typeof values['value'] !== 'number')
        return { cells: [{ text: reasonWords(reason, language, classification) }, { text: '' }, { text: '' }, verdict] };
      const unit = ({ percent: '%', ratio: 'ratio', events: 'events' } as const)[unitOf(id as FeatureId)];
      const number = (key: string) => (typeof values[key] === 'number' ? values[key] : undefined);
      const range = [number('low'), number('high')].map((value) => valueText(value, unit, language));
      return {
        cells: [
          { text: featureName(id, language) },
          { text: limitText({ atLeast: number('atLeast'), atMost: number('atMost'), unit }, language, say) },
          { text: `${valueText(number('value'), unit, language)} (${range.join('–')})` },
          verdict,
        ],
      };
    }),
    note: undefined,
  };
}

function othersTable(methods: readonly MethodJudgement[], classification: Classification, language: Language, say: Say): TableSection {
  return {
    heading: say('others'),
    columns: [
      { title: say('profile'), align: 'left', weight: 3 },
      { title: say('status'), align: 'left', weight: 1.7 },
      { title: say('excludedBy'), align: 'left', weight: 6 },
    ],
    rows: methods.map((one) => ({
      cells: [
        { text: one.name[language] },
        { text: say(`status.${one.status}`), quiet: one.status !== 'in' },
        { text: one.status === 'out' ? excludedBy(one, classification, language) : '–', quiet: one.status !== 'out' },
      ],
    })),
    note: undefined,
  };
}

/** The first limit that the whole interval lies outside of; else the distance from the typical lot. */
function excludedBy({ method, rules, distance }: MethodJudgement, classification: Classification, language: Language): string {
  const failed = rules.find(({ values }) => values?.['outcome'] === 'fails');
  if (failed !== undefined)
    return reasonWords({ ...failed, code: `out-${failed.code}`, values: { ...failed.values, method } }, language, classification);
  const p = Number(Math.max(distance?.p ?? 0, 0.0001).toPrecision(2));
  return reasonWords({ code: 'distance', values: { method, p }, passed: false }, language, classification);
}
