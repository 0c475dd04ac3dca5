import { Problem } from '../../base/problem.ts';
import { chooseCompensation } from '../../data/compensation/choose-compensation.ts';
import type { CompensationChoice } from '../../data/compensation/compensation-choice.ts';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import { placeSpillover } from '../../data/fcs/spillover/spillover-channels.ts';
import type { Dimension } from '../../gating/strategy/dimension.ts';
import { dimensionsOf } from '../../gating/strategy/used-channels.ts';
import type { Protocol } from '../../study/protocol/protocol.ts';

/**
 * A strategy over values compensated by somebody's matrix: in place of the protocol's for dimensions of the panel, and of the file's own where a
 * document says `FCS`. Dimensions that name another matrix keep it.
 * @throws Problem `matrix-unfit`; `matrix-unused` where no dimension would take it
 */
export function compensateByTable(
  protocol: Protocol,
  choice: Extract<CompensationChoice, { use: 'matrix' }>,
  dataset: FcsDataset,
): Protocol {
  const { table = '' } = choice;
  chooseCompensation(choice, dataset);
  const placed = placeSpillover({ names: choice.channels, matrix: choice.matrix }, dataset.channels, table);
  const names = (placed.channels ?? []).map(({ name }) => name);
  const takes = (dimension: Dimension): boolean =>
    'channel' in dimension
      ? names.includes(dimension.channel)
      : 'ratio' in dimension && [dimension.ratio.numerator, dimension.ratio.denominator].some((name) => names.includes(name));
  const replaced = (dimension: Dimension): Dimension =>
    'panel' in dimension || dimension.compensation !== 'FCS'
      ? dimension
      : { ...dimension, compensation: takes(dimension) ? table : 'uncompensated' };
  const own = protocol.dimensions ?? {};
  const dimensions = Object.fromEntries(Object.entries(own).map(([id, dimension]) => [id, replaced(dimension)]));
  const isOfPanel = (id: string): boolean => !Object.hasOwn(own, id) || 'panel' in own[id]!;
  const isUsed = dimensionsOf(protocol.strategy).some((id) => isOfPanel(id) || dimensions[id] !== own[id]);
  if (!isUsed) throw new Problem('matrix-unused', unused, { table });
  const matrix = placed.matrix.map((row) => [...row]);
  return {
    ...protocol,
    compensation: choice,
    dimensions,
    matrices: { ...protocol.matrices, [table]: { fluorochromes: names, detectors: names, matrix } },
  };
}

const unused = {
  en: 'The strategy says for every dimension how it is compensated, and never by the file: the matrix of {table} would not be used.',
  ja: 'ゲート設定はすべての軸の補正を自ら指定しているため、{table}の行列は使われません。',
};
