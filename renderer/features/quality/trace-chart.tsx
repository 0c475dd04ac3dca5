import '../trends/small-chart.css';
import { line } from 'd3';
import { Axis } from '../../ui/charts/axis.tsx';
import { bandsOf, type Trace } from './traces.ts';

const size = { width: 320, height: 124 } as const;
const box = { x: 48, y: 6, width: 262, height: 90 } as const;

export interface TraceChartProps {
  readonly trace: Trace;
  readonly title: string;
  /** What stands at the end of the horizontal axis. */
  readonly end: string;
}

/** One small line chart over the acquisition; flagged bins stand on a band and are marked below it. */
export function TraceChart({ trace, title, end }: TraceChartProps) {
  const { lines, flagged, min, max, transform } = trace;
  const frame = { box, x: { min: 0, max: 1 }, y: { min, max } };
  const draw = (values: readonly number[]) =>
    line<number>()
      .defined(Number.isFinite)
      .x((_, i) => box.x + ((i + 0.5) / values.length) * box.width)
      .y((value) => box.y + box.height * (1 - (value - min) / (max - min)))([...values]) ?? '';
  return (
    <figure className="small-chart" data-testid={`trace-${trace.id}`}>
      <figcaption>{title}</figcaption>
      <svg width={size.width} height={size.height} role="img" aria-label={title}>
        <rect className="small-ground" {...box} />
        {bandsOf(flagged).map(({ from, to }) => (
          <g key={from} data-flagged>
            <rect className="small-band" x={box.x + from * box.width} y={box.y} width={(to - from) * box.width} height={box.height} />
            <rect
              className="small-flag"
              x={box.x + from * box.width}
              y={box.y + box.height}
              width={Math.max(2, (to - from) * box.width)}
              height={3}
            />
          </g>
        ))}
        {lines.map((values, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the peaks of one report
          <path key={i} className="small-line" d={draw(values)} />
        ))}
        <Axis side="left" frame={frame} transform={transform} />
        <text className="small-end" x={box.x} y={size.height - 8}>
          {'0'}
        </text>
        <text className="small-end" x={box.x + box.width} y={size.height - 8} textAnchor="end">
          {end}
        </text>
      </svg>
    </figure>
  );
}
