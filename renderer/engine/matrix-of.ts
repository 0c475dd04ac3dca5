import { chooseCompensation } from '../../core/data/compensation/choose-compensation.ts';
import type { FcsDataset } from '../../core/data/fcs/fcs-file.ts';
import { readSpillover } from '../../core/data/fcs/spillover/spillover.ts';
import { classOfChannel } from '../../core/data/panel/channel-class.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';

/** The spillover matrix that a sample is compensated with: row i is the stain of channel i, column j what of it channel j sees. */
export interface MatrixInUse {
  readonly source: 'none' | 'file' | 'protocol';
  readonly keyword: string | undefined;
  readonly conditionNumber: number | undefined;
  /** $PnN. */
  readonly channels: readonly string[];
  readonly matrix: readonly (readonly number[])[];
}

/** Without any matrix: the identity over the fluorescence channels, to begin from. */
export function matrixOf({ compensation }: Pick<Protocol, 'compensation'>, dataset: FcsDataset): MatrixInUse {
  const { used } = chooseCompensation(compensation, dataset);
  const { source, keyword, conditionNumber } = used;
  const facts = { source, keyword, conditionNumber };
  if (source === 'protocol' && compensation.use === 'matrix')
    return { ...facts, channels: compensation.channels, matrix: compensation.matrix };
  const { spillover } = readSpillover(dataset);
  if (source === 'file' && spillover !== undefined) return { ...facts, channels: spillover.channels, matrix: spillover.matrix };
  const channels = dataset.channels.filter((channel) => classOfChannel(channel) === 'fluorescence').map(({ name }) => name);
  return { ...facts, channels, matrix: channels.map((_, i) => channels.map((_other, j) => (i === j ? 1 : 0))) };
}
