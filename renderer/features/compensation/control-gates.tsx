import { type KeyboardEvent, type PointerEvent, useEffect, useMemo, useState } from 'react';
import type { ControlGates, ValueRange } from '../../../core/data/compensation/control.ts';
import { compileTransform } from '../../../core/data/transforms/transforms.ts';
import { axisTitle } from '../../../core/show/plot/axis.ts';
import type { Frame } from '../../../core/show/plot/frame.ts';
import { curvePoints, histogramCurve, topOf } from '../../../core/show/plot/histogram-curve.ts';
import { BINS } from '../../../core/statistics/histograms/plot-data.ts';
import { attempt } from '../../context/app-context.ts';
import { useApp } from '../../context/use-app.ts';
import type { ChosenTube } from '../../engine/control-calls.ts';
import type { ControlHistogram } from '../../engine/control-jobs.ts';
import { useMessages } from '../../messages/language.ts';
import type { SampleKey } from '../../store/state.ts';
import { Button } from '../../ui/button.tsx';
import { Axis } from '../../ui/charts/axis.tsx';
import { DraftInput } from '../../ui/draft-input.tsx';
import { parseNumber } from '../../ui/parse-number.ts';
import { plainNumber } from '../../ui/plain-number.ts';
import { messages } from './messages.ts';

type Which = 'positive' | 'negative';
type End = 'min' | 'max';

interface ControlGatesEditorProps {
  readonly tube: ChosenTube;
  readonly unstained: SampleKey | undefined;
  /** As they are used. */
  readonly gates: ControlGates;
  /** By a person, not found from the events. */
  readonly isPlaced: { readonly [W in Which]: boolean };
  /** `undefined` finds it from the events again. */
  readonly onGate: (which: Which, range: ValueRange | undefined) => void;
}

const size = { width: 520, height: 210 } as const;
const box = { x: 12, y: 6, width: 496, height: 150 } as const;

/** A tube in its own detector with its two gates, which are moved by mouse, by keys and in fields. */
export function ControlGatesEditor({ tube, unstained, gates, isPlaced, onGate }: ControlGatesEditorProps) {
  const t = useMessages(messages);
  const histogram = useHistogram(tube, unstained);
  const [dragged, setDragged] = useState<{ readonly which: Which; readonly range: ValueRange }>();
  const shown = (which: Which) => (dragged?.which === which ? dragged.range : gates[which]);
  return (
    <>
      <p className="small controls-of">
        <span>{tube.file}</span>
        <span className="quiet">{t(unstained === undefined ? 'controlsNegativesOwn' : 'controlsNegativesUnstained')}</span>
      </p>
      {histogram ? (
        <HistogramOfTube
          histogram={histogram}
          gates={{ positive: shown('positive'), negative: shown('negative') }}
          onDrag={(which, range) => setDragged({ which, range })}
          onGate={(which, range) => {
            setDragged(undefined);
            onGate(which, range);
          }}
        />
      ) : (
        <div style={size} />
      )}
      <div className="controls-gates">
        {(['negative', 'positive'] as const).map((which) => (
          <fieldset key={which} className={`controls-gate controls-${which}`}>
            <legend>{t(which === 'positive' ? 'gatePositive' : 'gateNegative')}</legend>
            {(['min', 'max'] as const).map((end) => (
              <DraftInput
                key={end}
                value={shown(which) === undefined ? '' : plainNumber(shown(which)![end])}
                onCommit={(text) => {
                  const range = withEnd(shown(which), end, parseNumber(text));
                  if (range !== undefined) onGate(which, range);
                }}
                problemOf={(text) => (withEnd(shown(which), end, parseNumber(text)) === undefined ? t('gateInvalid') : undefined)}
                label={t(`${which}-${end}`)}
                numeric
                testId={`controls-${which}-${end}`}
              />
            ))}
            <Button kind="plain" disabled={!isPlaced[which]} onClick={() => onGate(which, undefined)} testId={`controls-${which}-auto`}>
              {t('gateAutomatic')}
            </Button>
          </fieldset>
        ))}
      </div>
    </>
  );
}

/** Undefined where the range would be empty. A range that was nowhere yet begins and ends at the value. */
function withEnd(range: ValueRange | undefined, end: End, value: number | undefined): ValueRange | undefined {
  if (value === undefined) return undefined;
  const moved = { ...(range ?? { min: value, max: value }), [end]: value };
  return moved.min <= moved.max ? moved : undefined;
}

interface HistogramOfTubeProps {
  readonly histogram: ControlHistogram;
  readonly gates: ControlGates;
  readonly onDrag: (which: Which, range: ValueRange) => void;
  readonly onGate: (which: Which, range: ValueRange) => void;
}

function HistogramOfTube({ histogram: { axis, tube, unstained }, gates, onDrag, onGate }: HistogramOfTubeProps) {
  const t = useMessages(messages);
  const frame: Frame = useMemo(() => ({ box, x: { min: axis.min, max: axis.max }, y: { min: 0, max: 1 } }), [axis]);
  const { scale, unscale } = compileTransform(axis.channel.transform);
  const pixelOf = (value: number) => {
    const x = box.x + ((scale(value) - axis.min) / (axis.max - axis.min)) * box.width;
    return Number.isNaN(x) ? box.x : Math.min(box.x + box.width, Math.max(box.x, x));
  };
  const valueAt = (pixel: number) => unscale(axis.min + ((pixel - box.x) / box.width) * (axis.max - axis.min));
  const moved = (which: Which, end: End, pixel: number): ValueRange | undefined => withEnd(gates[which], end, valueAt(pixel));
  const drag = (which: Which, end: End) => ({
    onPointerDown: (event: PointerEvent<SVGElement>) => event.currentTarget.setPointerCapture(event.pointerId),
    onPointerMove: (event: PointerEvent<SVGElement>) => {
      if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
      const range = moved(which, end, placeOf(event));
      if (range !== undefined) onDrag(which, range);
    },
    onPointerUp: (event: PointerEvent<SVGElement>) => {
      const range = moved(which, end, placeOf(event)) ?? gates[which];
      if (range !== undefined) onGate(which, range);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const steps = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      const range = gates[which];
      if (steps === 0 || range === undefined) return;
      event.preventDefault();
      event.stopPropagation();
      const next = moved(which, end, pixelOf(range[end]) + (steps * (event.shiftKey ? 10 : 1) * box.width) / BINS);
      if (next !== undefined) onGate(which, next);
    },
  });
  return (
    <svg className="controls-histogram" width={size.width} height={size.height} data-testid="controls-histogram">
      <title>{axisTitle(axis.channel)}</title>
      <Curves tube={tube} unstained={unstained} />
      {(['negative', 'positive'] as const).map((which) => {
        const range = gates[which];
        if (range === undefined) return null;
        const [left, right] = [pixelOf(range.min), pixelOf(range.max)];
        return (
          <g key={which} className={`controls-range controls-${which}`}>
            <rect x={left} y={box.y} width={Math.max(1, right - left)} height={box.height} />
            {(['min', 'max'] as const).map((end) => (
              <rect
                key={end}
                className="controls-handle"
                role="slider"
                tabIndex={0}
                aria-label={t(`${which}-${end}`)}
                aria-valuenow={range[end]}
                x={(end === 'min' ? left : right) - 4}
                y={box.y + (which === 'positive' ? 0 : box.height / 2)}
                width={8}
                height={box.height / 2}
                {...drag(which, end)}
                data-testid={`controls-handle-${which}-${end}`}
              />
            ))}
          </g>
        );
      })}
      <rect className="tile-frame" {...box} />
      <Axis side="bottom" frame={frame} transform={axis.channel.transform} />
      <text className="pair-name" x={box.x + box.width / 2} y={box.y + box.height + 34} textAnchor="middle">
        {axisTitle(axis.channel)}
      </text>
    </svg>
  );
}

const placeOf = (event: PointerEvent<SVGElement>): number =>
  event.clientX - (event.currentTarget.ownerSVGElement?.getBoundingClientRect().left ?? 0);

/** Both as percent of their highest bin: the unstained tube may be of another size. */
function Curves({ tube, unstained }: Pick<ControlHistogram, 'tube' | 'unstained'>) {
  const look = { y: 'modal', isSmoothed: true } as const;
  const lineOf = (counts: Uint32Array) => {
    const curve = histogramCurve(counts, look, false);
    return curvePoints(curve, topOf([curve], false), box)
      .map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`)
      .join(' ');
  };
  const bottom = box.y + box.height;
  return (
    <>
      <polygon className="histogram-area" points={`${box.x},${bottom} ${lineOf(tube)} ${box.x + box.width},${bottom}`} />
      <polyline className="histogram" points={lineOf(tube)} />
      {unstained && <polyline className="controls-unstained-line" points={lineOf(unstained)} />}
    </>
  );
}

function useHistogram({ key, detector }: ChosenTube, unstained: SampleKey | undefined): ControlHistogram | undefined {
  const app = useApp();
  const [histogram, setHistogram] = useState<ControlHistogram>();
  useEffect(() => {
    let isOpen = true;
    void attempt(app, () => app.engine.controlHistogram(key, unstained, detector)).then((found) => {
      if (isOpen) setHistogram(found);
    });
    return () => {
      isOpen = false;
    };
  }, [app, key, unstained, detector]);
  return histogram;
}
