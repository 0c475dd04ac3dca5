import type { Frame } from '../../../core/show/plot/frame.ts';
import { type Cursor, placeOf } from './plot-cursor.ts';

interface CursorLayerProps {
  readonly cursor: Cursor;
  readonly frame: Frame;
  readonly isHistogram: boolean;
}

/** Where the keys are: two lines that cross, on a plot of one channel one. */
export function CursorLayer({ cursor, frame, isHistogram }: CursorLayerProps) {
  const [x, y] = placeOf(cursor, frame);
  const { box } = frame;
  return (
    <g className="plot-cursor" data-testid="cursor">
      <path className="cursor-halo" d={linesOf(box, x, y, isHistogram)} />
      <path d={linesOf(box, x, y, isHistogram)} />
    </g>
  );
}

const linesOf = ({ x: left, y: top, width, height }: Frame['box'], x: number, y: number, isHistogram: boolean): string =>
  `M${x} ${top}v${height}${isHistogram ? '' : `M${left} ${y}h${width}`}`;
