import type { Material } from '../../biology/ledger/book/book.ts';
import type { BalanceLine } from '../../biology/ledger/entry-balance.ts';
import { formatCount } from '../plot/number-format.ts';
import type { TableSection } from '../report/model.ts';
import { left, right, row } from './lot-tables.ts';
import type { Translate } from './words.ts';

/** What an entry would take, and what would be left. */
export const balanceTable = (lines: readonly BalanceLine[], isPossible: boolean, t: Translate): TableSection => ({
  heading: t('entryBalance'),
  columns: [
    left(t('material'), 2),
    right(t('cellsBefore'), 2),
    ...(isPossible ? [right(t('change'), 2), right(t('cellsAfter'), 2)] : []),
    left(t('state'), 3),
  ],
  rows: lines.map(({ id, before, after }) => {
    const held = cellsOf(before);
    if (!isPossible) return row([id, held, stateOf(before, t)]);
    const change = (after?.cells ?? 0) - (before?.cells ?? 0);
    const states = [stateOf(before, t), stateOf(after, t)];
    return row([
      ...[id, held, change === 0 ? '0' : `${change > 0 ? '+' : '−'}${formatCount(Math.abs(change))}`, cellsOf(after)],
      states[0] === states[1] ? states[0]! : states.join(' → '),
    ]);
  }),
  note: undefined,
});

const cellsOf = (material: Material | undefined): string => (material?.cells === undefined ? '–' : formatCount(material.cells));
const stateOf = (material: Material | undefined, t: Translate): string => (material === undefined ? '–' : t(`state.${material.state}`));
