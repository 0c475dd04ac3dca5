import '../trends/small-chart.css';
import { identity } from '../../../core/data/transforms/transforms.ts';
import type { BlandAltman } from '../../../core/study/comparison/bland-altman.ts';
import { Axis } from '../../ui/charts/axis.tsx';

const size = { width: 380, height: 260 } as const;
const box = { x: 48, y: 8, width: 322, height: 212 } as const;

/** Differences of two results against their means, with bias and limits of agreement. */
export function AgreementChart({ agreement, label }: { readonly agreement: BlandAltman; readonly label: string }) {
  const { points, bias, lower, upper } = agreement;
  const span = spanOf([...points.map(({ difference }) => difference), lower, upper, 0]);
  const across = spanOf(points.map(({ mean }) => mean));
  const x = (mean: number) => box.x + ((mean - across.min) / (across.max - across.min)) * box.width;
  const y = (difference: number) => box.y + box.height * (1 - (difference - span.min) / (span.max - span.min));
  const line = (at: number, name: string) => (
    <line key={name} className={`agreement-${name}`} x1={box.x} x2={box.x + box.width} y1={y(at)} y2={y(at)} />
  );
  return (
    <figure className="small-chart" data-testid="agreement-chart" data-points={points.length}>
      <svg width={size.width} height={size.height} role="img" aria-label={label}>
        <rect className="small-ground" {...box} />
        {line(0, 'zero')}
        {line(bias, 'bias')}
        {line(lower, 'limit')}
        {line(upper, 'limit-upper')}
        {points.map(({ mean, difference }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the points of one comparison
          <circle key={i} className="agreement-point" cx={x(mean)} cy={y(difference)} r={points.length > 300 ? 1.5 : 3} />
        ))}
        <Axis side="left" frame={{ box, x: { min: 0, max: 1 }, y: span }} transform={identity} />
        <Axis side="bottom" frame={{ box, x: across, y: span }} transform={identity} />
      </svg>
    </figure>
  );
}

function spanOf(values: readonly number[]): { readonly min: number; readonly max: number } {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = Math.max(0.5, (high - low) * 0.08);
  return { min: low - pad, max: high + pad };
}
