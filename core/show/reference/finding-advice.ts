import type { Sentence } from '../../base/message.ts';
import { type Advice, advice } from './advice.ts';

/** Every finding by what is done about it. */
const byAdvice: { readonly [A in Advice]: readonly string[] } = {
  nothing: [
    ...['name-missing', 'byte-order-spelling', 'data-ends-differ', 'data-end-long', 'data-end-short', 'data-end-missing', 'data-padded'],
    ...[
      'text-end-long',
      'next-dataset-absolute',
      'delimiter-odd',
      'text-not-terminated',
      'empty-values',
      'keyword-duplicate',
      'names-last',
    ],
    ...['spillover-channels-dropped', 'spillover-names-matched', 'spillover-by-number', 'spillover-percent', 'mode-missing', 'event-table'],
    ...['markers-carried', 'text-left-over', 'keyword-unnamed', 'next-dataset-missing', 'bits-above-range', 'bytes-behind'],
    ...['stand-in-marker', 'scatter-chosen', 'scatter-stand-in', 'dead-cell-dye-chosen', 'cut-insensitive', 'compensation-declined'],
    ...['time-wrapped', 'flow-rate', 'flow-rate-ticks', 'taken-as-compensated', 'compensated-at-instrument', 'compensated-before'],
    ...['supplemental-unreadable', 'analysis-unreadable', 'bits-packed', 'stored-logarithms', 'session-sealed'],
  ],
  'compare-reading': [
    ...['range-unusable', 'amplification-missing', 'amplification-unusable', 'amplification-zero-offset', 'amplification-on-float'],
    ...['gain-unusable', 'byte-order-mixed', 'bits-padded', 'bits-contradict-type', 'data-offset-from-text', 'data-offsets-differ'],
    ...['data-offsets-undecided', 'offset-unreadable', 'data-begin-moved', 'tot-derived', 'header-offset-unreadable', 'text-encoding'],
    ...['delimiter-unescaped', 'keyword-differs', 'values-above-range', 'negatives-wrapped', 'export-of-repaired'],
  ],
  'fetch-original': ['truncated', 'tot-not-borne-out', 'crc-mismatch', 'values-senseless', 'line-ends-converted'],
  'other-datasets': ['dataset-skipped', 'datasets-beyond-limit'],
  'name-channel': ['name-duplicate', 'ambiguous-marker', 'combined-marker', 'label-mixture', 'waits-for-channel'],
  'expect-or-label': ['label-left-out', 'label-control', 'gate-skipped', 'without-gate'],
  'give-matrix': [
    ...['spillover-empty', 'spillover-malformed', 'spillover-channels-absent', 'spillover-channels-ambiguous', 'spillover-identity'],
    ...['compensation-legacy', 'compensation-flag', 'compensation-unusable', 'compensation-missing', 'spillover-unreliable'],
  ],
  'check-matrix': [
    ...['spillover-partial', 'spillover-diagonal', 'spillover-unusual', 'spillover-sources-differ', 'compensation-applied'],
    ...['channels-compensated', 'compensated-already', 'compensated-twice', 'ill-conditioned-spillover', 'compensation-unfit'],
    ...['compensation-doubtful', 'spillover-residual'],
  ],
  'review-gate': ['ratio-undefined', 'cut-sensitivity'],
  fmo: ['cut-decides'],
  acquisition: [
    ...['time-backwards', 'time-unordered', 'time-implausible', 'flow-gap', 'flow-gap-ticks', 'flow-clog', 'flow-surge', 'signal-unstable'],
    ...['signal-drift', 'carry-over', 'over-budget', 'quality-removed'],
  ],
  'more-events': ['few-events', 'too-few-for-signal'],
  'set-up-time': ['no-time', 'clock-constant', 'clock-not-numbers', 'clock-split', 'no-timestep'],
  doublets: ['many-doublets', 'nkt-by-doublets', 'no-singlet-gate'],
  'dead-cells': ['many-dead', 'viability-not-gated', 'viability-restricted'],
  voltages: ['off-scale', 'beyond-scale', 'values-piled', 'values-cut-off', 'values-not-finite', 'numbers-missing'],
  'scatter-gate': ['blasts-cut-off'],
  biology: ['cd3-low', 'feeder-cells', 'cd45-negative'],
  names: ['personal-keywords'],
  details: ['metadata-columns-unknown', 'metadata-file-unlisted', 'metadata-row-unused'],
  audit: ['audit-broken-chain', 'audit-differs', 'audit-other-anchor', 'audit-other-head', 'audit-unplayable'],
  seal: ['session-unsealed'],
};

const adviceByCode = new Map(Object.entries(byAdvice).flatMap(([name, codes]) => codes.map((code) => [code, name as Advice] as const)));

/** What is done about a finding; undefined of a code that nobody has thought of. */
export const adviceFor = (code: string): Advice | undefined => adviceByCode.get(code);

/** The same as a sentence, beside the finding. */
export function whatToDo(code: string): Sentence | undefined {
  const known = adviceFor(code);
  return known === undefined ? undefined : advice[known];
}
