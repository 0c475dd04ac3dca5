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
import { selectedResult, shownAnalysis } from '../../store/selectors.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { MatrixBadge } from '../../ui/matrix-badge.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { Select } from '../../ui/select.tsx';
import { exportMatrix, importMatrix, setCoefficient, setCompensation } from './actions.ts';
import { type Cell, MatrixGrid } from './matrix-grid.tsx';
import { MatrixScope, useMatrixScope } from './matrix-scope.tsx';
import { messages, type T } from './messages.ts';
import { PairOverview } from './pair-overview.tsx';
import { PairPlot } from './pair-plot.tsx';

/** The compensation matrix in percent, coloured by size; a press on a coefficient shows its pair of channels and lets it be typed. */
export function CompensationDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const language = useLanguage();
  const [cell, setCell] = useState<Cell>([0, 1]);
  const [shown, setShown] = useState<'matrix' | 'pairs'>('matrix');
  const selected = useWindow(({ view }) => view.population);
  const [population, setPopulation] = useState(selected);
  const scope = useMatrixScope();
  const used = useMatrix();
  const use = useWindow((state) => shownProtocol(state).compensation.use);
  return (
    <Dialog label={t('compensation')} onClose={onClose} testId="compensation">
      <div className="compensation-head">
        <h2 className="dialog-title">{t('compensation')}</h2>
        <MatrixScope scope={scope} />
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
            if (chosen !== 'matrix') setCompensation(app, { use: chosen }, scope.group);
            else if (used)
              setCompensation(
                app,
                { use: 'matrix', channels: [...used.channels], matrix: used.matrix.map((row) => [...row]) },
                scope.group,
              );
          }}
        />
        <CommandButton command="compensation.from-controls" short testId="from-controls" />
        <Button onClick={() => void importMatrix(app, scope.group)} testId="matrix-import">
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
            <div className="compensation-line">
              <MatrixBadge used={used} />
              <span className="quiet small">{sourceText(used, language, t)}</span>
              <Choice
                label={t('matrixShown')}
                value={shown}
                options={[
                  { id: 'matrix', label: t('matrixAsNumbers'), testId: 'show-matrix' },
                  { id: 'pairs', label: t('matrixAsPairs'), testId: 'show-pairs' },
                ]}
                onChange={setShown}
              />
              <PopulationSelect population={population} onPopulation={setPopulation} />
            </div>
            {shown === 'matrix' ? (
              <MatrixGrid used={used} cell={cell} onCell={setCell} />
            ) : (
              <PairOverview channels={used.channels} population={population} cell={cell} onCell={setCell} />
            )}
          </div>
          <Pair used={used} cell={cell} population={population} group={scope.group} />
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

interface PairProps {
  readonly used: MatrixInUse;
  readonly cell: Cell;
  readonly population: string;
  readonly group: string | undefined;
}

function Pair({ used, cell: [row, column], population, group }: PairProps) {
  const app = useApp();
  const t = useMessages(messages);
  const [x = '', y = ''] = [used.channels[row], used.channels[column]];
  const picture = usePicture(population, x, y);
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
          onCommit={(text) => setCoefficient(app, used, [row, column], (parseNumber(text) ?? 0) / 100, group)}
          problemOf={(text) => (parseNumber(text) === undefined ? t('numberInvalid') : undefined)}
          label={t('spillOf', { from: x, into: y })}
          numeric
          testId="spill-value"
        />
      </div>
    </div>
  );
}

/** Any population of the sample that is shown. */
function PopulationSelect({ population, onPopulation }: { readonly population: string; readonly onPopulation: (path: string) => void }) {
  const t = useMessages(messages);
  const paths = useWindow((state) => shownAnalysis(state)?.populations.map(({ path }) => path) ?? ['']);
  return (
    <Select
      label={t('pairsPopulation')}
      value={population}
      options={paths.map((path) => ({ id: path, label: path === '' ? t('allEvents') : path.replaceAll('/', ' › ') }))}
      onChange={onPopulation}
      testId="pairs-population"
    />
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

function usePicture(population: string, x: string, y: string): ShadedPlot | undefined {
  const app = useApp();
  const key = useWindow(({ view }) => view.selected);
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
