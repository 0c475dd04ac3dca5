import type { Finding } from '../../base/finding.ts';
import type { Matrix } from '../../base/math/matrix.ts';
import { type Compensation, solveCompensation } from '../events/compensation.ts';
import type { FcsDataset } from '../fcs/fcs-file.ts';
import { readSpillover } from '../fcs/spillover/spillover.ts';
import type { CompensationChoice } from './compensation-choice.ts';

export interface ChosenCompensation {
  readonly compensation: Compensation | undefined;
  readonly used: CompensationUsed;
  readonly findings: readonly Finding[];
}

/** Above this, small errors of the matrix become large errors of the values. */
const WARN_CONDITION = 100;

/** The matrix that the protocol wants, over the channels of this data set. */
export function chooseCompensation(wanted: CompensationChoice, dataset: FcsDataset): ChosenCompensation {
  if (wanted.use === 'none') return none([]);
  if (wanted.use === 'matrix') return apply({ channels: wanted.channels, matrix: wanted.matrix }, { source: 'protocol' }, dataset, []);
  const { spillover, findings } = readSpillover(dataset);
  if (spillover === undefined || isIdentity(spillover.matrix)) return none(findings);
  return apply(spillover, { source: 'file', keyword: spillover.source }, dataset, findings);
}

const none = (findings: readonly Finding[]): ChosenCompensation => ({
  compensation: undefined,
  used: { source: 'none', channels: [] },
  findings,
});

function apply(
  spillover: { readonly channels: readonly string[]; readonly matrix: Matrix },
  origin: { readonly source: 'file' | 'protocol'; readonly keyword?: string },
  dataset: FcsDataset,
  findings: readonly Finding[],
): ChosenCompensation {
  const channels = spillover.channels.map((name) => dataset.channels.findIndex((channel) => channel.name === name));
  const absent = spillover.channels.filter((_, i) => channels[i] === -1);
  if (absent.length > 0)
    return none([...findings, { code: 'compensation-channels-absent', kind: 'note', values: { channels: absent.join(', ') } }]);
  if (spillover.channels.every(isCompensatedName))
    return none([...findings, { code: 'compensated-already', kind: 'note', values: { channels: spillover.channels.join(', ') } }]);
  const compensation = solveCompensation({ channels, matrix: spillover.matrix });
  const shaky: readonly Finding[] =
    compensation.conditionNumber > WARN_CONDITION
      ? [{ code: 'ill-conditioned-spillover', kind: 'note', values: { condition: Math.round(compensation.conditionNumber) } }]
      : [];
  return {
    compensation,
    used: { ...origin, channels: spillover.channels, conditionNumber: compensation.conditionNumber },
    findings: [...findings, ...shaky],
  };
}

const isIdentity = (matrix: Matrix): boolean => matrix.every((row, i) => row.every((value, j) => value === (i === j ? 1 : 0)));

/** Programs that store compensated values call them so; applying a matrix to them would compensate twice. */
const isCompensatedName = (name: string): boolean => /^((FJ-?)?Comp[-_ ]|<.*>$)/i.test(name.trim());

export interface CompensationUsed {
  readonly source: 'none' | 'file' | 'protocol';
  readonly keyword?: string;
  readonly channels: readonly string[];
  readonly conditionNumber?: number;
}
