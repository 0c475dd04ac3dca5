import { type Language, say } from '../../base/message.ts';
import type { Light } from '../../gating/automatic/kind/step.ts';
import { formatPercent } from '../plot/number-format.ts';
import type { BatchFacts, BatchRunFacts, LotVerdict } from './batch-model.ts';
import { lotWords } from './lot-words.ts';
import { groupNames } from './messages.ts';
import type { Cell, Row, TableSection } from './model.ts';

const verdictLights = { pass: 'green', fail: 'red', undecided: 'amber', 'no-specification': undefined } as const;
const qualityLights = { good: 'green', review: 'amber', reject: 'red' } as const satisfies { readonly [verdict: string]: Light };
const rank = { fail: 1, undecided: 2, 'no-specification': 3, pass: 4 } as const;

/** The first page of a batch: one row a lot, those without a result first, then those that fail or wait. */
export function lotsTable({ runs, failures }: Pick<BatchFacts, 'runs' | 'failures'>, language: Language): TableSection {
  const t = (word: keyof typeof lotWords, values = {}) => say(lotWords[word], values, language);
  const dash: Cell = { text: '–', quiet: true };
  const failed = failures.map(({ name, dataset, message }): Row => {
    const shown = dataset === 0 ? name : `${name} [${dataset + 1}]`;
    return { cells: [{ text: shown }, dash, { text: t('noResult', { why: message[language] }) }, dash, dash, dash] };
  });
  const judged = runs.flatMap((run) => (run.verdict === undefined ? [] : [{ run, verdict: run.verdict }]));
  const sorted = judged.toSorted((a, b) => rank[a.verdict.overall] - rank[b.verdict.overall]);
  return {
    heading: t('heading'),
    columns: [
      { title: t('lot'), align: 'left', weight: 2.4 },
      { title: t('overall'), align: 'left', weight: 1.6 },
      { title: t('declared'), align: 'left', weight: 3.8 },
      { title: t('quality'), align: 'left', weight: 1.4 },
      { title: t('gates'), align: 'left', weight: 1.6 },
      { title: t('change'), align: 'left', weight: 2.4 },
    ],
    rows: [
      ...failed,
      ...sorted.map(({ run, verdict }): Row => {
        const { overall, quality, gates } = verdict;
        const light = verdictLights[overall];
        return {
          cells: [
            { text: run.lot ?? run.name },
            { text: t(`overall.${overall}`), ...(light === undefined ? { quiet: true } : { light }) },
            { text: declaredText(run, verdict) },
            quality === undefined ? dash : { text: t(`quality.${quality}`), light: qualityLights[quality] },
            gates === undefined ? dash : { text: t(`gates.${gates}`), light: gates },
            { text: changeText(verdict), quiet: verdict.change === undefined },
          ],
        };
      }),
    ],
    note: undefined,
  };

  function declaredText({ group, declared }: BatchRunFacts, { declaration }: LotVerdict): string {
    const call = groupName(group, language);
    if (declaration === undefined) return `${t('undeclared')}; ${call}`;
    return `${declaration.name?.[language] ?? declared ?? ''}: ${t(`declared.${declaration.verdict}`)}; ${call}`;
  }

  function changeText({ change }: LotVerdict): string {
    if (change === undefined) return t('unchanged');
    const { call, population } = change;
    const parts = [
      ...(call === undefined
        ? []
        : [t('changedCall', { before: groupName(call.before, language), after: groupName(call.after, language) })]),
      ...(population === undefined
        ? []
        : [
            `${population.path.slice(population.path.lastIndexOf('/') + 1)} ${formatPercent(population.before)} → ${formatPercent(population.after)}`,
          ]),
    ];
    return parts.join('; ') || t('unchanged');
  }
}

const groupName = (group: string, language: Language): string =>
  Object.entries(groupNames).find(([id]) => id === group)?.[1][language] ?? group;
