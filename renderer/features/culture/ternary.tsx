import { useMemo } from 'react';
import type { Composition } from '../../../core/biology/features/composition.ts';
import type { Profile } from '../../../core/biology/profiles/profile.ts';
import { cloudOf } from '../../../core/biology/profiles/profile-cloud.ts';
import { useLanguage, useMessages } from '../../messages/language.ts';
import { FigureFrame } from './figure-frame.tsx';
import { groupColours } from './group-colours.ts';
import { messages } from './messages.ts';

const size = { width: 660, height: 372 } as const;
const triangle = { left: 40, top: 26, side: 350 } as const;
const height = (triangle.side * Math.sqrt(3)) / 2;
const lots = 90;

export interface TernaryProps {
  readonly profiles: readonly Profile[];
  readonly samples: readonly { readonly id: string; readonly name: string; readonly composition: Composition | undefined }[];
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onSave: (svg: string) => void;
}

/** NK, NKT-like and T of every sample on the clouds of the profiles. */
export function Ternary({ profiles, samples, selected, onSelect, onSave }: TernaryProps) {
  const t = useMessages(messages);
  const language = useLanguage();
  const clouds = useMemo(
    () =>
      profiles
        .filter(({ active }) => active)
        .map((profile) => ({ profile, places: cloudOf(profile, lots).map((parts) => placeOf(parts)) })),
    [profiles],
  );
  const corners = [placeOf([1, 0, 0]), placeOf([0, 1, 0]), placeOf([0, 0, 1])];
  const ordered = samples.toSorted((a, b) => Number(a.id === selected) - Number(b.id === selected));
  return (
    <FigureFrame title={t('ternary')} note={t('ternaryNote')} {...size} onSave={onSave} testId="ternary">
      <path className="culture-box" d={`M${corners.map((corner) => corner.join(' ')).join('L')}Z`} />
      {[0.25, 0.5, 0.75].map((share) => (
        <path key={share} className="culture-grid" d={gridAt(share)} />
      ))}
      {clouds.map(({ profile: { method, group }, places }) => (
        <g key={method} fill={groupColours[group]} opacity={0.45}>
          {places.map(([x, y]) => (
            <circle key={`${x} ${y}`} cx={x} cy={y} r={2} />
          ))}
        </g>
      ))}
      {ordered.map(({ id, name, composition }) => {
        const place = composition && placeOf(composition.parts.map(({ percent }) => percent));
        return (
          place && (
            // biome-ignore lint/a11y/noStaticElementInteractions: the list of samples is the way for keys
            <g
              key={id}
              onClick={() => onSelect(id)}
              data-sample={name}
              className={id === selected ? 'culture-sample is-chosen' : 'culture-sample'}
            >
              <title>{name}</title>
              <path d={`M${place[0]} ${place[1] - 6}l6 6l-6 6l-6 -6Z`} />
            </g>
          )
        );
      })}
      <text className="culture-corner" x={corners[0]![0]} y={corners[0]![1] - 8} textAnchor="middle">
        {t('roleNk')}
      </text>
      <text className="culture-corner" x={corners[1]![0] - 4} y={corners[1]![1] + 18} textAnchor="start">
        {t('roleNkt')}
      </text>
      <text className="culture-corner" x={corners[2]![0] + 4} y={corners[2]![1] + 18} textAnchor="end">
        {t('roleT')}
      </text>
      {clouds.map(({ profile: { method, group, name } }, i) => (
        <g key={method} transform={`translate(404 ${40 + i * 18})`}>
          <circle r={4} cy={-4} fill={groupColours[group]} />
          <text className="culture-legend" x={10}>
            {name[language]}
          </text>
        </g>
      ))}
    </FigureFrame>
  );
}

/** NK at the top, NKT-like on the left, T on the right; the parts need not add up to one. */
function placeOf(parts: readonly number[]): readonly [number, number] {
  const [nk = 0, nkt = 0, t = 0] = parts;
  const sum = Math.max(1e-9, nk + nkt + t);
  const [top, right] = [nk / sum, t / sum];
  const x = triangle.left + triangle.side * (right + top / 2);
  return [Math.round(10 * x) / 10, Math.round(10 * (triangle.top + height * (1 - top))) / 10];
}

function gridAt(share: number): string {
  const rest = 1 - share;
  const lines = [
    [placeOf([share, rest, 0]), placeOf([share, 0, rest])],
    [placeOf([rest, share, 0]), placeOf([0, share, rest])],
    [placeOf([rest, 0, share]), placeOf([0, rest, share])],
  ] as const;
  return lines.map(([a, b]) => `M${a.join(' ')}L${b.join(' ')}`).join('');
}
