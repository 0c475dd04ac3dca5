import './figure-dialog.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useApp, useWindow } from '../../context/use-app.ts';
import { useMessages } from '../../messages/language.ts';
import { activePlot } from '../../store/arrangement.ts';
import { Button } from '../../ui/button.tsx';
import { paintOnCanvas } from '../../ui/charts/paint-canvas.ts';
import { Choice } from '../../ui/choice.tsx';
import { CloseAction } from '../../ui/close-action.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { Select } from '../../ui/select.tsx';
import { copyFigure, type FigureFormat, figureFormats, resolutions, saveFigure } from './actions.ts';
import { type Chart, chartsIn, figureOfChart, pageInSight } from './charts.ts';
import { type Figure, figureOf } from './figure.ts';
import { messages } from './messages.ts';

const POINTS_A_MM = 72 / 25.4;
const widths = { usual: 90, least: 30, most: 400 } as const;

/** One plot as a file or on the clipboard, shown as it will be. */
export function FigureDialog({ onClose }: { readonly onClose: () => void }) {
  const app = useApp();
  const t = useMessages(messages);
  const state = useWindow((known) => known);
  const [format, setFormat] = useState<FigureFormat>('png');
  const [resolution, setResolution] = useState<(typeof resolutions)[number]>(300);
  const [width, setWidth] = useState<number>(widths.usual);
  const [background, setBackground] = useState<'light' | 'shown'>('light');
  // the page does not change below a dialog
  const [charts] = useState(() => (state.view.centre === 'plots' ? [] : chartsIn(pageInSight())));
  const [chosen, setChosen] = useState(0);
  const plot = state.view.centre === 'plots' ? activePlot(state) : undefined;
  const ofPlot = useMemo(
    () => plot && figureOf(state, plot, { width: width * POINTS_A_MM, asShown: background === 'shown' }),
    [state, plot, width, background],
  );
  const ofChart = useChartFigure(charts[chosen], width * POINTS_A_MM);
  const figure = ofPlot ?? ofChart;
  if (figure === undefined && charts.length > 0) return null;
  if (figure === undefined)
    return (
      <Dialog label={t('figureNone')} onClose={onClose} testId="figure">
        <p>{t('figureNone')}</p>
        <CloseAction onClose={onClose} />
      </Dialog>
    );
  const title = t('figureOf', { name: figure.title });
  return (
    <Dialog label={title} onClose={onClose} testId="figure">
      <h2 className="dialog-title">{title}</h2>
      <div className="figure-body">
        <Preview figure={figure} />
        <div className="figure-choices">
          {charts.length > 1 && (
            <>
              <span className="field-label">{t('figureWhich')}</span>
              <Select
                label={t('figureWhich')}
                value={String(chosen)}
                options={charts.map((chart, i) => ({ id: String(i), label: chart.title }))}
                onChange={(id) => setChosen(Number(id))}
                testId="figure-which"
              />
            </>
          )}
          <span className="field-label">{t('figureFormat')}</span>
          <Choice
            label={t('figureFormat')}
            value={format}
            options={figureFormats.map((id) => ({ id, label: id.toUpperCase(), testId: `figure-${id}` }))}
            onChange={setFormat}
          />
          {format === 'png' && (
            <>
              <span className="field-label">{t('figureResolution')}</span>
              <Choice
                label={t('figureResolution')}
                value={String(resolution)}
                options={resolutions.map((dpi) => ({ id: String(dpi), label: String(dpi), testId: `figure-dpi-${dpi}` }))}
                onChange={(id) => setResolution(resolutions.find((dpi) => String(dpi) === id) ?? 300)}
              />
            </>
          )}
          <span className="field-label">{t('figureWidth')}</span>
          <DraftInput
            label={t('figureWidth')}
            numeric
            value={String(width)}
            problemOf={(text) => (widthOf(text) === undefined ? t('figureWidthRange', widths) : undefined)}
            onCommit={(text) => setWidth(widthOf(text) ?? width)}
            testId="figure-width"
          />
          {plot && (
            <>
              <span className="field-label">{t('figureTheme')}</span>
              <Choice
                label={t('figureTheme')}
                value={background}
                options={[
                  { id: 'light', label: t('figureThemeLight') },
                  { id: 'shown', label: t('figureThemeShown') },
                ]}
                onChange={setBackground}
              />
            </>
          )}
        </div>
      </div>
      <div className="dialog-actions">
        <Button onClick={() => void copyFigure(app, figure, resolution)} testId="figure-copy">
          {t('figureCopy')}
        </Button>
        <Button
          kind="primary"
          onClick={async () => {
            if (await saveFigure(app, figure, format, resolution)) onClose();
          }}
          testId="figure-save"
        >
          {t('figureSave')}
        </Button>
      </div>
    </Dialog>
  );
}

/** A chart as it can leave the window; undefined until it is drawn. */
function useChartFigure(chart: Chart | undefined, width: number): Figure | undefined {
  const [figure, setFigure] = useState<Figure>();
  useEffect(() => {
    let isWanted = true;
    if (chart) void figureOfChart(chart, width).then((made) => isWanted && setFigure(made));
    return () => {
      isWanted = false;
    };
  }, [chart, width]);
  return figure;
}

function widthOf(text: string): number | undefined {
  const mm = parseNumber(text);
  return mm !== undefined && mm >= widths.least && mm <= widths.most ? mm : undefined;
}

/** The very drawing, in the room that the dialog has. */
function Preview({ figure: { drawing, width, height, background, title } }: { readonly figure: Figure }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context) return;
    const scale = (element.clientWidth * devicePixelRatio) / width;
    element.width = Math.round(width * scale);
    element.height = Math.round(height * scale);
    context.fillStyle = background;
    context.fillRect(0, 0, element.width, element.height);
    context.scale(scale, scale);
    paintOnCanvas(drawing, context);
  }, [drawing, width, height, background]);
  return (
    <canvas
      ref={canvas}
      className="figure-preview"
      style={{ aspectRatio: width / height }}
      aria-label={title}
      role="img"
      data-testid="figure-preview"
    />
  );
}
