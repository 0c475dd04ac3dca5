import type { MatrixInUse } from '../../engine/matrix-of.ts';
import { useMessages } from '../../messages/language.ts';
import { classes } from '../../ui/classes.ts';
import { messages } from './messages.ts';

export type Cell = readonly [row: number, column: number];

/** With more channels than these the heads stand upright. */
const MOST_LYING = 10;

/** The coefficients in percent, coloured by size, under heads that stay in sight. */
export function MatrixGrid({
  used: { channels, matrix },
  cell,
  onCell,
}: {
  readonly used: MatrixInUse;
  readonly cell: Cell;
  readonly onCell: (cell: Cell) => void;
}) {
  const t = useMessages(messages);
  return (
    <div className={classes('matrix', channels.length > MOST_LYING && 'is-wide')}>
      <table>
        <thead>
          <tr>
            <th title={t('matrixAxes')}>{t('matrixCorner')}</th>
            {channels.map((name) => (
              <th key={name} title={name}>
                <span className="matrix-head">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.map((values, row) => (
            <tr key={channels[row]}>
              <th title={channels[row]}>{channels[row]}</th>
              {values.map((value, column) => (
                <td key={channels[column]}>
                  <button
                    type="button"
                    className="matrix-cell"
                    aria-pressed={cell[0] === row && cell[1] === column}
                    aria-label={row === column ? undefined : `${channels[row]} → ${channels[column]}: ${percentText(value)}%`}
                    disabled={row === column}
                    style={row === column ? undefined : { background: shade(value) }}
                    onClick={() => onCell([row, column])}
                    data-testid={`matrix-${row}-${column}`}
                  >
                    {row === column ? '·' : percentText(value)}
                  </button>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const percentText = (value: number): string => (value === 0 ? '0' : (value * 100).toFixed(1));

/** The larger the coefficient, the more of the accent; below zero the colour of problems. */
const shade = (value: number): string =>
  value === 0
    ? 'transparent'
    : `color-mix(in srgb, var(${value < 0 ? '--problem' : '--accent'}) ${Math.min(60, 4 + Math.sqrt(Math.abs(value)) * 70).toFixed(0)}%, transparent)`;
