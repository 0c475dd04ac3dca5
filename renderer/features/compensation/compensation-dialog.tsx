import './compensation-dialog.css';
import { useEffect, useState } from 'react';
import type { Language } from '../../../core/base/message.ts';
import { compensationWords } from '../../../core/data/compensation/describe-compensation.ts';
import type { ShadedPlot } from '../../../core/show/plot/density-raster.ts';
import { formatNumber, formatValue } from '../../../core/show/plot/number-format.ts';
import { CommandButton } from '../../commands/command-button.tsx';
import { attempt } from '../../context/app-context.ts';
import { useApp, useWindow } from '../../context/use-app.ts';
import type { MatrixInUse } from '../../engine/matrix-of.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { makersOf, shownProtocol } from '../../store/document.ts';
import { selectedResult } from '../../store/selectors.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { exportMatrix, importMatrix, setCoefficient, setCompensation } from './actions.ts';
import { messages, type T } from './messages.ts';
import { PairPlot } from './pair-plot.tsx';

type Cell = readonly [row: number, column: number];

/** The compensation matrix in percent, coloured by size; a press on a coefficient shows its pair of channels and lets it be typed. */
export function CompensationDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const [cell, setCell] = useState<Cell>([0, 1]);
  const used = useMatrix();
  const use = useWindow((state) => shownProtocol(state).compensation.use);
  return (
    <Dialog label={t('compensation')} onClose={onClose} testId="compensation">
      <div className="compensation-head">
        <h2 className="dialog-title">{t('compensation')}</h2>
        <Choice
          label={t('compensation')}
          value={use}
          options={[
            { id: 'file', label: t('compensationFile'), testId: 'compensation-file' },
            { id: 'matrix', label: t('compensationMatrix'), testId: 'compensation-matrix' },
            { id: 'at-instrument', label: t('compensationAtInstrument'), testId: 'compensation-at-instrument' },
            { id: 'none', label: t('compensationNone'), testId: 'compensation-none' },
          ]}
          onChange={(chosen) => {
            if (chosen !== 'matrix') setCompensation(app, { use: chosen });
            else if (used)
              setCompensation(app, { use: 'matrix', channels: [...used.channels], matrix: used.matrix.map((row) => [...row]) });
          }}
        />
        <CommandButton command="compensation.from-controls" short testId="from-controls" />
        <Button onClick={() => void importMatrix(app)} testId="matrix-import">
          {t('importMatrix')}
        </Button>
        {used && (
          <Button onClick={() => void exportMatrix(app, used)} testId="matrix-export">
            {t('exportMatrix')}
          </Button>
        )}
      </div>
      {used && (
        <div className="compensation-body">
          <div>
            <p className="quiet small">{sourceText(used, language, t)}</p>
            <MatrixGrid used={used} cell={cell} onCell={setCell} />
          </div>
          <Pair used={used} cell={cell} />
        </div>
      )}
      <CloseAction onClose={onClose} />
    </Dialog>
  );
}

function sourceText({ conditionNumber, ...used }: MatrixInUse, language: Language, t: T): string {
  const from = compensationWords(used, language);
  return conditionNumber === undefined
    ? from
    : `${from}${language === 'ja' ? '。' : '. '}${t('matrixCondition', { number: formatNumber(conditionNumber) })}`;
}

function MatrixGrid({
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
    <div className="matrix">
      <table>
        <thead>
          <tr>
            <th title={t('matrixAxes')}>{t('matrixCorner')}</th>
            {channels.map((name) => (
              <th key={name} title={name}>
                <span>{name}</span>
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

function Pair({ used, cell: [row, column] }: { readonly used: MatrixInUse; readonly cell: Cell }) {
  const app = useApp();
  const t = useMessages(messages);
  const [x = '', y = ''] = [used.channels[row], used.channels[column]];
  const picture = usePicture(x, y);
  const value = used.matrix[row]?.[column];
  if (value === undefined || row === column) return null;
  return (
    <div className="compensation-pair">
      <PairPlot plot={picture} />
      <div className="compensation-value">
        <span className="quiet small">{t('spillOf', { from: x, into: y })}</span>
        <DraftInput
          key={`${x} ${y}`}
          value={formatValue(Number((value * 100).toPrecision(6)))}
          onCommit={(text) => setCoefficient(app, used, row, column, (parseNumber(text) ?? 0) / 100)}
          problemOf={(text) => (parseNumber(text) === undefined ? t('numberInvalid') : undefined)}
          label={t('spillOf', { from: x, into: y })}
          numeric
          testId="spill-value"
        />
      </div>
    </div>
  );
}

/** The matrix that the shown sample is compensated with now. */
function useMatrix(): MatrixInUse | undefined {
  const app = useApp();
  const key = useWindow(({ view }) => view.selected);
  const protocol = useProtocol();
  const [used, setUsed] = useState<MatrixInUse>();
  useEffect(() => {
    let isOpen = true;
    if (key !== undefined && protocol !== undefined)
      void attempt(app, () => app.engine.matrix(key)).then((found) => {
        if (isOpen && found) setUsed(found);
      });
    return () => {
      isOpen = false;
    };
  }, [app, key, protocol]);
  return used;
}

function usePicture(x: string, y: string): ShadedPlot | undefined {
  const app = useApp();
  const key = useWindow(({ view }) => view.selected);
  const population = useWindow(({ view }) => view.population);
  const protocol = useProtocol();
  const [picture, setPicture] = useState<ShadedPlot>();
  useEffect(() => {
    let isOpen = true;
    if (key !== undefined && protocol !== undefined)
      void attempt(app, () => app.engine.picture(key, population, x, y)).then((found) => {
        if (isOpen) setPicture(found);
      });
    return () => {
      isOpen = false;
    };
  }, [app, key, population, protocol, x, y]);
  return picture;
}

const useProtocol = () =>
  useWindow((state) => {
    const result = selectedResult(state);
    return result && makersOf(state, result)?.protocol;
  });
