import type { CompensationUsed } from '../../core/data/compensation/compensation-used.ts';
import { readSpillover } from '../../core/data/fcs/spillover/spillover.ts';
import { classOfChannel } from '../../core/data/panel/channel-class.ts';
import type { Protocol } from '../../core/study/protocol/protocol.ts';
import { compensationOf } from '../../core/study/sample/prepared-sample.ts';
import type { ReadTable } from '../../core/study/sample/raw-sample.ts';

/** The spillover matrix that a sample is compensated with: row i is the stain of channel i, column j what of it channel j sees. */
export interface MatrixInUse extends CompensationUsed {
  readonly matrix: readonly (readonly number[])[];
}

/** Without any matrix: the identity over the fluorescence channels, to begin from. */
export function matrixOf(protocol: Protocol, sample: Pick<ReadTable, 'dataset' | 'table'>): MatrixInUse {
  const { compensation } = protocol;
  const { dataset } = sample;
  const { used } = compensationOf(protocol, sample);
  if (used.source === 'protocol' && compensation.use === 'matrix')
    return { ...used, channels: compensation.channels, matrix: compensation.matrix };
  const { spillover } = readSpillover(dataset);
  if (used.source === 'file' && spillover !== undefined) return { ...used, channels: spillover.channels, matrix: spillover.matrix };
  const channels = dataset.channels.filter((channel) => classOfChannel(channel) === 'fluorescence').map(({ name }) => name);
  return { ...used, channels, matrix: channels.map((_, i) => channels.map((_other, j) => (i === j ? 1 : 0))) };
}
