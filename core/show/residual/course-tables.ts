import type { FollowedDay, ResidualCourse } from '../../study/residual/follow-residual.ts';
import type { Block } from '../document/sectioned.ts';
import { formatCount, formatNumber, formatValue } from '../plot/number-format.ts';
import type { Column } from '../report/model.ts';
import { cellsOf, fractionOfTubes, percentOf, upperCells } from './sentences.ts';
import type { Translate } from './words.ts';

/** A culture day by day: what was counted, and what that is in cells. */
export const courseTables = ({ days }: ResidualCourse, confidence: string, t: Translate): readonly Block[] => [
  {
    kind: 'table',
    table: {
      heading: t('daysHeading'),
      columns: [
        right(t('day'), 1),
        right(t('residual'), 1.2),
        right(t('among'), 1.5),
        right(t('fraction'), 1.4),
        right(t('upper', { confidence }), 1.7),
        right(t('lod'), 1.3),
        left(t('state'), 3),
      ],
      rows: days.map((day) => countRow(day, t)),
      note: undefined,
    },
  },
  {
    kind: 'table',
    table: {
      heading: t('daysInCells'),
      columns: [
        right(t('day'), 1),
        right(t('viable'), 1.5),
        right(t('cells'), 1.4),
        right(t('cellsUpper'), 1.4),
        right(t('expansion'), 1.1),
        right(t('reduction'), 2),
        right(t('absolute'), 2.4),
      ],
      rows: days.map(cellsRow),
      note: t('courseNote', { confidence }),
    },
  },
];

/** Numbers of a day, or a dash where there is none. */
const row = (texts: readonly (string | undefined)[]) => ({ cells: texts.map((text = '–') => ({ text })) });
const left = (title: string, weight: number): Column => ({ title, align: 'left', weight });
const right = (title: string, weight: number): Column => ({ title, align: 'right', weight });

const countRow = ({ day, result }: FollowedDay, t: Translate) => {
  const { sum, upper, lod, state } = result;
  return row([
    formatValue(day),
    sum && formatCount(sum.n),
    sum && formatCount(sum.total),
    fractionOfTubes(result),
    percentOf(upper),
    percentOf(lod),
    t(`state.${state}`),
  ]);
};

const cellsRow = ({ day, count, cells, isDetected, expansion, reduction, absolute }: FollowedDay) =>
  row([
    formatValue(day),
    count && cellsOf(count.viable),
    cells && isDetected ? cellsOf(cells.cells) : undefined,
    cells && upperCells(cells.upper),
    expansion === undefined ? undefined : formatNumber(expansion),
    reductionText(reduction),
    reductionText(absolute),
  ]);

/** A reduction with its interval, or at least how much it is. */
function reductionText(of: FollowedDay['reduction']): string {
  if (of === undefined) return '–';
  const { log10, low, high, oneSidedLow } = of;
  const two = (value: number | undefined) => (value === undefined ? '–' : value.toFixed(2).replace('-', '−'));
  if (log10 === undefined) return oneSidedLow === undefined ? '–' : `≥ ${two(oneSidedLow)}`;
  return `${two(log10)} (${two(low)}–${two(high)})`;
}
