import '../trends/small-chart.css';
import { scaleLinear } from 'd3';
import { featureNames } from '../../../core/biology/classification/reasons.ts';
import type { FeatureId } from '../../../core/biology/features/feature-kinds.ts';
import { unitOf } from '../../../core/biology/features/feature-kinds.ts';
import { dayReference } from '../../../core/biology/lots/day-reference.ts';
import type { LabelledLot } from '../../../core/biology/lots/labelled-lot.ts';
import { isOutside } from '../../../core/biology/lots/own-method.ts';
import type { Figure } from '../../../core/biology/profiles/profile.ts';
import { formatValue } from '../../../core/show/plot/number-format.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { classes } from '../../ui/classes.ts';
import { messages } from './messages.ts';

const size = { width: 300, height: 150 } as const;
const box = { x: 40, y: 6, width: 254, height: 118 } as const;

interface ChartPoint {
  readonly key: string;
  readonly x: number;
  readonly value: number;
  readonly isOut: boolean;
  readonly hover: string;
}

interface Band {
  readonly from: number;
  readonly to: number;
  readonly low: number;
  readonly typical: number;
  readonly high: number;
}

/** Lots side by side in one feature, against the range of the fitted profile. */
export function LotChart({
  feature,
  figure,
  lots,
  chosen,
}: {
  readonly feature: FeatureId;
  readonly figure: Figure;
  readonly lots: readonly LabelledLot[];
  /** The lot that is pointed at. */
  readonly chosen: string | undefined;
}) {
  const measured = lots.flatMap((lot, i) => {
    const value = lot.features.get(feature)?.value;
    return value === undefined ? [] : [{ lot: lot.lot, value, x: i }];
  });
  const points = measured.map(({ lot, value, x }) => ({
    ...{ key: lot, x, value, hover: `${lot}: ${formatValue(value)}` },
    isOut: isOutside(feature, value, figure),
  }));
  const band: Band = { from: -0.5, to: lots.length - 0.5, ...figure };
  return <BandChart feature={feature} points={points} bands={[band]} range={[-0.5, lots.length - 0.5]} ticks={[]} chosen={chosen} />;
}

/** Lots by their day of culture in one feature, with the range of nine lots in ten where ten were measured on a day. */
export function DayChart({ feature, lots }: { readonly feature: FeatureId; readonly lots: readonly LabelledLot[] }) {
  const t = useMessages(messages);
  const days = dayReference(lots, feature);
  const points = days.flatMap(({ day, values, band }) =>
    values.map(
      ({ lot, value }): ChartPoint => ({
        ...{ key: `${day} ${lot}`, x: day, value, hover: `${t('fitDay', { day: formatValue(day) })} ${lot}: ${formatValue(value)}` },
        isOut: band !== undefined && isOutside(feature, value, band),
      }),
    ),
  );
  const bands = days.flatMap(({ day, band }): Band[] => (band === undefined ? [] : [{ from: day - 0.45, to: day + 0.45, ...band }]));
  const all = days.map(({ day }) => day);
  const range = [Math.min(...all) - 0.7, Math.max(...all) + 0.7] as const;
  const ticks = days.map(({ day, values }) => ({ at: day, text: `${formatValue(day)} (${values.length})` }));
  if (days.length === 0) return null;
  return <BandChart feature={feature} points={points} bands={bands} range={range} ticks={ticks} chosen={undefined} />;
}

interface BandChartProps {
  readonly feature: FeatureId;
  readonly points: readonly ChartPoint[];
  readonly bands: readonly Band[];
  readonly range: readonly [number, number];
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
  readonly chosen: string | undefined;
}

function BandChart({ feature, points, bands, range, ticks, chosen }: BandChartProps) {
  const language = useLanguage();
  const isPercent = unitOf(feature) === 'percent';
  const title = `${featureNames[feature][language]}${isPercent ? ' (%)' : ''}`;
  const values = [...points.map(({ value }) => value), ...bands.flatMap(({ low, high }) => [low, high])];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = 0.08 * Math.max(1e-6, high - low);
  const ends = [low - pad, high + pad].map((end) => (isPercent ? Math.min(100, Math.max(0, end)) : end)) as [number, number];
  const y = scaleLinear(ends, [box.y + box.height, box.y]);
  const x = scaleLinear(range, [box.x, box.x + box.width]);
  return (
    <figure className="small-chart fit-chart" data-testid={`fit-chart-${feature}`}>
      <figcaption>{title}</figcaption>
      <svg width={size.width} height={size.height} role="img" aria-label={title}>
        {bands.map((band) => (
          <g key={band.from}>
            <rect
              className="fit-band"
              x={x(band.from)}
              y={y(Math.min(band.high, ends[1]))}
              width={x(band.to) - x(band.from)}
              height={Math.max(0, y(Math.max(band.low, ends[0])) - y(Math.min(band.high, ends[1])))}
            />
            <line className="small-centre" x1={x(band.from)} x2={x(band.to)} y1={y(band.typical)} y2={y(band.typical)} />
          </g>
        ))}
        <rect className="small-ground" {...box} />
        {y.ticks(4).map((tick) => (
          <text key={tick} className="small-end" x={box.x - 6} y={y(tick) + 4} textAnchor="end">
            {formatValue(tick)}
          </text>
        ))}
        {ticks.map(({ at, text }) => (
          <text key={at} className="small-end" x={x(at)} y={size.height - 8} textAnchor="middle">
            {text}
          </text>
        ))}
        {points.map(({ key, x: at, value, isOut, hover }) => (
          <g key={key}>
            <title>{hover}</title>
            {isOut ? (
              <rect
                className={classes('small-broken', key === chosen && 'is-chosen')}
                x={x(at) - 4}
                y={y(value) - 4}
                width={8}
                height={8}
              />
            ) : (
              <circle className={classes('small-point', key === chosen && 'is-chosen')} cx={x(at)} cy={y(value)} r={3.5} />
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}
