import type { Distance } from '../../../core/biology/classification/classification.ts';
import type { FeatureId } from '../../../core/biology/features/feature-kinds.ts';
import { formatValue } from '../../../core/show/plot/number-format.ts';
import { featureName } from '../../messages/group-names.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { FigureFrame } from './figure-frame.tsx';
import { messages } from './messages.ts';

const width = 560;
const names = 250;
const row = 20;
const reach = 5;
const ninety = 1.645;

/** Every feature's distance from the typical lot of one method, with its sign. */
export function Contributions({
  distance,
  method,
  onSave,
}: {
  readonly distance: Distance | undefined;
  readonly method: string;
  readonly onSave: (svg: string) => void;
}) {
  const t = useMessages(messages);
  const language = useLanguage();
  const bars = distance?.blocks.flatMap(({ z }) => Object.entries(z)) ?? [];
  const x = (z: number) => names + ((Math.max(-reach, Math.min(reach, z)) + reach) / (2 * reach)) * (width - names - 46);
  return (
    <FigureFrame
      title={t('contributions')}
      note={bars.length === 0 ? t('noDistance') : t('contributionsNote', { method })}
      width={width}
      height={bars.length * row + 24}
      onSave={onSave}
      testId="contributions"
    >
      <rect className="culture-shade" x={x(-ninety)} y={0} width={x(ninety) - x(-ninety)} height={bars.length * row} />
      <path className="culture-cross" d={`M${x(0)} 0V${bars.length * row}`} />
      {bars.map(([feature, z], i) => (
        <g key={feature} transform={`translate(0 ${i * row})`} data-feature={feature}>
          <text className="culture-legend" x={names - 8} y={14} textAnchor="end">
            {featureName(feature as FeatureId, language)}
          </text>
          <rect
            className={Math.abs(z) > ninety ? 'culture-bar is-far' : 'culture-bar'}
            x={Math.min(x(0), x(z))}
            y={4}
            width={Math.max(1, Math.abs(x(z) - x(0)))}
            height={row - 8}
          />
          <text className="culture-percent" x={width - 4} y={14} textAnchor="end">
            {signed(Number(z.toFixed(1)))}
          </text>
        </g>
      ))}
      {[-4, -2, 0, 2, 4].map((tick) => (
        <text key={tick} className="culture-percent" x={x(tick)} y={bars.length * row + 16} textAnchor="middle">
          {`${tick}`.replace('-', '−')}
        </text>
      ))}
    </FigureFrame>
  );
}

const signed = (z: number): string => (z === 0 ? '0' : `${z < 0 ? '−' : '+'}${formatValue(Math.abs(z))}`);
