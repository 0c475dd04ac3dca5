import type { ControlMatrix } from '../../../core/data/compensation/matrix-from-controls.ts';
import type { Residual } from '../../../core/data/compensation/residual-check.ts';
import { useMessages } from '../../messages/language.ts';
import { messages } from './messages.ts';

interface ResidualTableProps {
  readonly result: ControlMatrix;
  readonly detector: string;
  readonly isCurrent: boolean;
}

/** What of one stain every other detector sees: the coefficient, and how far positives lie from negatives before and after. */
export function ResidualTable({ result, detector, isCurrent }: ResidualTableProps) {
  const t = useMessages(messages);
  const row = result.detectors.indexOf(detector);
  const of = (residuals: readonly Residual[], other: number) => residuals.find((one) => one.stain === detector && one.detector === other);
  if (row < 0) return null;
  return (
    <div className={isCurrent ? 'residuals' : 'residuals stale'}>
      <table data-testid="residuals">
        <caption className="quiet small">{t('residualHint', { detector })}</caption>
        <thead>
          <tr>
            <th>{t('controlsDetector')}</th>
            <th className="controls-number">{t('residualCoefficient')}</th>
            <th className="controls-number">{t('residualBefore')}</th>
            <th className="controls-number">{t('residualAfter')}</th>
          </tr>
        </thead>
        <tbody>
          {result.detectors.map((other, column) => {
            if (column === row) return null;
            const after = of(result.residuals, column);
            return (
              <tr key={other}>
                <td>{other}</td>
                <td className="controls-number">
                  {percent(result.matrix[row]![column])}
                  <span className="quiet">{result.matrix[row]![column] === null ? '' : ` ± ${percent(result.errors[row]![column])}`}</span>
                </td>
                <td className="controls-number">{percent(of(result.before, column)?.shift)}</td>
                <td className="controls-number" data-off={after?.isOff === true}>
                  {percent(after?.shift)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A part as percent; a dash where nobody can tell. */
const percent = (value: number | null | undefined): string =>
  value === null || value === undefined || !Number.isFinite(value)
    ? '–'
    : (100 * value)
        .toFixed(2)
        .replace(/^-(0\.00)$/, '$1')
        .replace('-', '−');
