import type { Language } from '../../base/message.ts';
import { changeText } from '../../study/comparison/change-messages.ts';
import type { RunsSummary } from '../../study/comparison/comparison-summary.ts';
import { formatCount } from '../plot/number-format.ts';
import type { batchTranslator } from './batch-messages.ts';
import type { BatchChanges, BatchModel } from './batch-model.ts';
import { groupNames, translator } from './messages.ts';
import type { TableSection } from './model.ts';

type Say = ReturnType<typeof batchTranslator>;

/** What a batch changed against what stood before, and how well the two agree. */
export function changesSection(changes: BatchChanges | undefined, say: Say, language: Language): BatchModel['changes'] {
  const heading = say('changes');
  if (changes === undefined || (changes.summary.runs === 0 && changes.plates === undefined))
    return { heading, none: say('changesNone'), facts: { heading, facts: [] }, tables: [] };
  const { summary, protocol, against, residual = [], plates } = changes;
  return {
    heading,
    none: undefined,
    facts: {
      heading,
      facts: [
        // what a laboratory acts on first
        ...(residual.length === 0 ? [] : [{ label: say('residualStates'), value: listed(residual.map((one) => one[language])) }]),
        ...(plates === undefined ? [] : [{ label: say('platesChanged'), value: listed(plates[language]) }]),
        { label: say('against'), value: against ?? say('several') },
        { label: say('runsCount'), value: formatCount(summary.runs) },
        { label: say('changedRuns'), value: formatCount(summary.changed) },
        { label: say('flippedCalls'), value: formatCount(summary.flippedCalls) },
        { label: say('flippedLimits'), value: formatCount(summary.flippedLimits) },
        ...(protocol.length === 0
          ? []
          : [{ label: say('protocolChanges'), value: protocol.map((one) => changeText(one, language)).join('; ') }]),
      ],
    },
    tables: [flipsTable(summary, say, language), agreementTable(summary, say, language)],
  };
}

/** As many as fit beside the other facts. */
const MOST = 30;

const listed = (all: readonly string[]): string =>
  all.length > MOST ? `${all.slice(0, MOST).join('; ')}; … (${all.length})` : all.join('; ');

function flipsTable({ flips }: RunsSummary, say: Say, language: Language): TableSection {
  return {
    heading: say('flippedCalls'),
    columns: [
      { title: say('from'), align: 'left', weight: 4 },
      { title: say('to'), align: 'left', weight: 4 },
      { title: say('runs'), align: 'right', weight: 1.2 },
    ],
    rows: flips.map(({ before, after, runs }) => ({
      cells: [{ text: callName(before, language) }, { text: callName(after, language) }, { text: formatCount(runs) }],
    })),
    note: undefined,
  };
}

function callName(call: string, language: Language): string {
  const [group = '', method] = call.split(': ');
  const name = Object.entries(groupNames).find(([id]) => id === group)?.[1][language] ?? group;
  return method === undefined ? name : `${name}: ${method}`;
}

function agreementTable({ agreement }: RunsSummary, say: Say, language: Language): TableSection {
  return {
    heading: say('agreement'),
    columns: [
      { title: translator(language)('population'), align: 'left', weight: 4 },
      { title: say('pairs'), align: 'right', weight: 1 },
      { title: say('bias'), align: 'right', weight: 1.2 },
      { title: say('biasInterval'), align: 'right', weight: 2 },
      { title: say('limitsOfAgreement'), align: 'right', weight: 2 },
    ],
    rows: agreement
      .filter(({ agreement: { bias, sd } }) => bias !== 0 || sd !== 0)
      .map(({ path, agreement: { n, bias, biasInterval, lower, upper } }) => ({
        cells: [
          { text: path.replaceAll('/', ' › ') },
          { text: formatCount(n) },
          { text: points(bias) },
          { text: `${points(biasInterval[0])} – ${points(biasInterval[1])}`, quiet: true },
          { text: `${points(lower)} – ${points(upper)}`, quiet: true },
        ],
      })),
    note: undefined,
  };
}

/** A difference in points, with its sign and two decimals. */
const points = (value: number): string => {
  const rounded = value.toFixed(2);
  return Number(rounded) === 0 ? '0.00' : value > 0 ? `+${rounded}` : `−${rounded.slice(1)}`;
};
