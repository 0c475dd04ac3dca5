import './small-chart.css';
import { line, scaleLinear } from 'd3';
import { formatNumber, formatPercent } from '../../../core/show/plot/number-format.ts';
import { useMessages } from '../../messages/language.ts';
import { classes } from '../../ui/classes.ts';
import { messages, type T } from './messages.ts';
import { isWarning, logitTicks, type TrendChart, type TrendPoint, valueAt } from './trend.ts';

const size = { width: 320, height: 148 } as const;
const box = { x: 48, y: 6, width: 262, height: 114 } as const;

export interface ControlChartProps {
  readonly chart: TrendChart;
  readonly title: string;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}

/** One control chart: points in order of time, centre and limits; broken rules are squares, and said in words below. */
export function ControlChart({ chart, title, selected, onSelect }: ControlChartProps) {
  const t = useMessages(messages);
  const { points, centre, lower, upper, scale } = chart;
  const values = [lower, upper, ...points.map(({ value }) => value)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const pad = 0.1 * Math.max(1e-9, high - low);
  const y = scaleLinear([low - pad, high + pad], [box.y + box.height, box.y]);
  const x = scaleLinear([-0.5, points.length - 0.5], [box.x, box.x + box.width]);
  const ticks = scale === 'logit' ? logitTicks(low - pad, high + pad) : y.ticks(4);
  const path = line<TrendPoint>(
    (_, i) => x(i),
    ({ value }) => y(value),
  )([...points]);
  const broken = points.filter(({ rules }) => rules.length > 0);
  return (
    <figure className="small-chart" data-testid={`trend-${chart.id}`}>
      <figcaption>{title}</figcaption>
      <svg width={size.width} height={size.height} role="img" aria-label={title}>
        <rect className="small-ground" {...box} />
        {ticks.map((tick) => (
          <text key={tick} className="small-end" x={box.x - 6} y={y(tick) + 4} textAnchor="end">
            {written(scale, tick)}
          </text>
        ))}
        {[lower, upper].map((limit) => (
          <line key={limit} className="small-limit" x1={box.x} x2={box.x + box.width} y1={y(limit)} y2={y(limit)} />
        ))}
        <line className="small-centre" x1={box.x} x2={box.x + box.width} y1={y(centre)} y2={y(centre)} />
        <path className="small-path" d={path ?? ''} />
        {points.map((point, i) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list of samples is the way for keys
          <g
            key={point.id}
            onClick={() => onSelect(point.id)}
            className={classes(isWarning(point) && 'is-warning')}
            data-rules={point.rules.join(' ')}
          >
            <title>{hoverOf(point, chart, t)}</title>
            <circle className="small-reach" cx={x(i)} cy={y(point.value)} r={8} />
            <PointShape x={x(i)} y={y(point.value)} broken={point.rules.length > 0} selected={point.id === selected} />
          </g>
        ))}
        <text className="small-end" x={box.x} y={size.height - 8}>
          {points[0]?.at}
        </text>
        <text className="small-end" x={box.x + box.width} y={size.height - 8} textAnchor="end">
          {points.at(-1)?.at}
        </text>
      </svg>
      <p className="small-said">
        {t('limits', { low: written(scale, lower), high: written(scale, upper) })}
        {broken.length === 0 && <span className="small-quiet">{t('noBreach')}</span>}
      </p>
      <ul className="small-said">
        {broken.map((point) => (
          <li key={point.id} data-breach>
            <button type="button" className="small-breach" onClick={() => onSelect(point.id)}>
              {breachText(point, t)}
            </button>
          </li>
        ))}
      </ul>
    </figure>
  );
}

function PointShape({
  x,
  y,
  broken,
  selected,
}: {
  readonly x: number;
  readonly y: number;
  readonly broken: boolean;
  readonly selected: boolean;
}) {
  const half = selected ? 5 : 4;
  return broken ? (
    <rect className={classes('small-broken', selected && 'is-chosen')} x={x - half} y={y - half} width={2 * half} height={2 * half} />
  ) : (
    <circle className={classes('small-point', selected && 'is-chosen')} cx={x} cy={y} r={selected ? 4.5 : 3} />
  );
}

const written = (scale: TrendChart['scale'], value: number): string =>
  scale === 'logit' ? formatPercent(valueAt(scale, value)) : formatNumber(valueAt(scale, value));

const breachText = ({ at, name, rules }: TrendPoint, t: T): string =>
  t('breachAt', { at, name, rule: rules.map((rule) => t(`rule.${rule}`)).join('; ') });

const hoverOf = (point: TrendPoint, { scale }: TrendChart, t: T): string =>
  [
    `${point.at} ${point.name}`,
    `${written(scale, point.value)}${scale === 'logit' ? '%' : ''}`,
    ...point.rules.map((rule) => t(`rule.${rule}`)),
  ].join('\n');
