import './axis-strip.css';
import { type PointerEvent, useEffect, useRef, useState } from 'react';
import { axisTitle } from '../../../core/show/plot/axis.ts';
import type { Box } from '../../../core/show/plot/drawing.ts';
import type { Span } from '../../../core/statistics/histograms/axis-range.ts';
import type { PlotAxis } from '../../../core/statistics/histograms/plot-data.ts';
import { useMessages } from '../../messages/language.ts';
import { type Anchor, anchorAt } from '../../ui/anchor.ts';
import { Icon } from '../../ui/icon.tsx';
import { useTabStop } from '../../ui/tab-stop.ts';
import type { AxisPart } from './axis-popover.tsx';
import { selected, wheeled } from './axis-zoom.ts';
import { messages } from './messages.ts';

export interface AxisStripProps {
  readonly side: 'x' | 'y';
  readonly axis: PlotAxis;
  /** The data area of the plot. */
  readonly frame: Box;
  /** A press on the name, or on the T of the scale. */
  readonly onAxis: (side: 'x' | 'y', what: AxisPart, anchor: Anchor) => void;
  readonly onRange: (side: 'x' | 'y', span: Span | undefined) => void;
}

/** What belongs to an axis: its name is the menu that changes its channel, T its scale; the wheel and a drag along its numbers choose what it shows. */
export function AxisStrip({ side, axis, frame, onAxis, onRange }: AxisStripProps) {
  const t = useMessages(messages);
  const stop = useTabStop();
  const scale = useRef<HTMLButtonElement>(null);
  const corner =
    side === 'x' ? { left: frame.x + frame.width - 18, top: frame.y + frame.height + 21 } : { left: besideOf(frame) + 1, top: frame.y };
  return (
    <>
      <AxisNumbers side={side} axis={axis} frame={frame} onRange={onRange} />
      <AxisName side={side} frame={frame} title={t('chooseChannel')} onOpen={(anchor) => onAxis(side, 'channel', anchor)}>
        {axisTitle(axis.channel)}
      </AxisName>
      <button
        ref={scale}
        {...stop}
        type="button"
        className="axis-scale"
        style={corner}
        title={t('scaleAndRange')}
        aria-label={`${t('scaleAndRange')}: ${axisTitle(axis.channel)}`}
        onClick={() => onAxis(side, 'scale', besideTile(scale.current))}
        data-testid={`scale-of-${side}`}
      >
        <Icon name="scale" size={12} />
      </button>
    </>
  );
}

interface AxisNameProps {
  readonly side: 'x' | 'y';
  readonly frame: Box;
  readonly title: string;
  /** Beside the plot, which shows at once what is chosen. */
  readonly onOpen: (anchor: Anchor) => void;
  readonly children: string;
}

/** The name of an axis is the menu that changes it. */
export function AxisName({ side, frame, title, onOpen, children }: AxisNameProps) {
  const stop = useTabStop();
  const name = useRef<HTMLButtonElement>(null);
  const along =
    side === 'x'
      ? { left: frame.x, top: frame.y + frame.height + 20, width: frame.width }
      : { left: besideOf(frame), top: frame.y, height: frame.height };
  return (
    <button
      ref={name}
      {...stop}
      type="button"
      className={`axis-name axis-name-${side}`}
      style={along}
      title={title}
      onClick={() => onOpen(besideTile(name.current))}
      data-testid={`axis-${side}`}
    >
      <span className="one-line">{children}</span>
    </button>
  );
}

/** Where the name of an upright axis stands: the plot is a square in the middle of its tile. */
const besideOf = ({ x }: Box): number => Math.max(0, x - NAME_ROOM);

/** From there to the data area, px. */
const NAME_ROOM = 56;

type NumbersProps = Omit<AxisStripProps, 'onAxis'>;

/** The numbers of an axis: the wheel shows more or less of it, a drag chooses a part, a double click gives it back to the file. */
function AxisNumbers({ side, axis, frame, onRange }: NumbersProps) {
  const t = useMessages(messages);
  const strip = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ readonly from: number; readonly to: number }>();
  const isAcross = side === 'x';
  const placeOf = ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): number => {
    const { left = 0, bottom = 0, width = 1, height = 1 } = strip.current?.getBoundingClientRect() ?? {};
    return Math.max(0, Math.min(1, isAcross ? (clientX - left) / width : (bottom - clientY) / height));
  };
  const latest = useRef({ axis, onRange });
  latest.current = { axis, onRange };
  useEffect(() => {
    const element = strip.current;
    // React listens passively, so that the page would scroll too
    const onWheel = (event: WheelEvent) => {
      event.preventDefault();
      const span = wheeled(latest.current.axis, placeOf(event), -Math.sign(event.deltaY));
      if (span !== undefined) latest.current.onRange(side, span);
    };
    element?.addEventListener('wheel', onWheel, { passive: false });
    return () => element?.removeEventListener('wheel', onWheel);
  });
  const place = isAcross
    ? { left: frame.x, top: frame.y + frame.height, width: frame.width, height: 20 }
    : { left: frame.x - 34, top: frame.y, width: 34, height: frame.height };
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const from = placeOf(event);
    setDrag({ from, to: from });
  };
  const onPointerUp = () => {
    const span = drag && Math.abs(drag.to - drag.from) > LEAST_DRAG ? selected(axis, drag.from, drag.to) : undefined;
    setDrag(undefined);
    if (span !== undefined) onRange(side, span);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the same is done by keys in the fields of the T beside it
    <div
      ref={strip}
      className={`axis-numbers axis-numbers-${side}`}
      style={place}
      title={t('axisHint')}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => drag && setDrag({ ...drag, to: placeOf(event) })}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setDrag(undefined)}
      onDoubleClick={() => onRange(side, undefined)}
      data-testid={`axis-numbers-${side}`}
    >
      {drag && <span className="axis-part" style={partStyle(drag, isAcross)} />}
    </div>
  );
}

/** Of the axis: less is a click. */
const LEAST_DRAG = 0.02;

function partStyle({ from, to }: { readonly from: number; readonly to: number }, isAcross: boolean) {
  const [low, high] = [Math.min(from, to), Math.max(from, to)];
  const [begin, size] = [`${100 * (isAcross ? low : 1 - high)}%`, `${100 * (high - low)}%`];
  return isAcross ? { left: begin, width: size, top: 0, bottom: 0 } : { top: begin, height: size, left: 0, right: 0 };
}

function besideTile(button: Element | null): Anchor {
  const tile = button?.closest('.tile')?.getBoundingClientRect();
  return tile === undefined ? anchorAt(0, 0) : anchorAt(tile.right, tile.top);
}
