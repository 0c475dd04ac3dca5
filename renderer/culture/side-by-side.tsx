import type { Composition } from '../../core/analysis.ts';
import type { Four } from '../../core/culture/log-ratio.ts';
import type { Profile } from '../../core/culture/profile.ts';
import { roleColours } from '../../core/plot/colour.ts';
import { formatPercent } from '../../core/plot/number-format.ts';
import { wrapped } from '../../core/plot/text-width.ts';
import { useLanguage, useWords } from '../i18n/language.ts';
import { FigureFrame } from './figure-frame.tsx';
import { dotsOf } from './quadrant-dots.ts';

const side = 122;
const gap = 14;
const caption = 46;
const titleSize = 12;
const across = 5;
const cells = 420;
const colours = [roleColours.nk, roleColours['nkt-like'], roleColours.t, roleColours['double-negative']] as const;

export interface SideBySideProps {
  readonly profiles: readonly Profile[];
  readonly composition: Composition | undefined;
  /** The method whose picture is framed. */
  readonly chosen: string | undefined;
  readonly onSave: (svg: string) => void;
}

/** The classic figure: every method's CD3 x CD56 side by side, and this sample among them. */
export function SideBySide({ profiles, composition, chosen, onSave }: SideBySideProps) {
  const speak = useWords();
  const language = useLanguage();
  const own = composition?.parts.map(({ percent }) => percent) as unknown as Four | undefined;
  const pictures = [
    ...(own === undefined ? [] : [{ id: '', title: speak('thisSample'), percents: own }]),
    ...profiles.flatMap(({ method, name, composition: expected }) =>
      expected === undefined
        ? []
        : [
            {
              id: method,
              title: name[language],
              percents: typical([expected.nk, expected['nkt-like'], expected.t, expected['double-negative']]),
            },
          ],
    ),
  ];
  const rows = Math.ceil(pictures.length / across);
  const size = { width: across * (side + gap) - gap + 4, height: rows * (side + caption + gap) };
  return (
    <FigureFrame title={speak('sideBySide')} note={speak('sideBySideNote')} {...size} onSave={onSave} testId="side-by-side">
      {pictures.map(({ id, title, percents }, i) => (
        <g
          key={id}
          transform={`translate(${2 + (i % across) * (side + gap)} ${Math.floor(i / across) * (side + caption + gap) + 2})`}
          data-method={id}
        >
          <Picture percents={percents} framed={id === '' || id === chosen} />
          {wrapped(title, titleSize, side + 4, 3).map((line, row) => (
            <text key={line} className={id === '' ? 'culture-title is-own' : 'culture-title'} x={0} y={side + 14 + 13 * row}>
              {line}
            </text>
          ))}
        </g>
      ))}
    </FigureFrame>
  );
}

function Picture({ percents, framed }: { readonly percents: Four; readonly framed: boolean }) {
  const corners = [
    [4, 13, 'start'],
    [side - 4, 13, 'end'],
    [side - 4, side - 5, 'end'],
    [4, side - 5, 'start'],
  ] as const;
  return (
    <>
      <rect className={framed ? 'culture-box is-framed' : 'culture-box'} width={side} height={side} />
      {dotsOf(percents, cells).map(({ x, y, part }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the dots of one picture never change places
        <circle key={i} cx={round(x * side)} cy={round((1 - y) * side)} r={0.9} fill={colours[part]} opacity={0.75} />
      ))}
      <path className="culture-cross" d={`M${side * 0.49} 0V${side}M0 ${side * 0.52}H${side}`} />
      {corners.map(([x, y, anchor], part) => (
        <text key={anchor + y} className="culture-percent" x={x} y={y} textAnchor={anchor}>
          {formatPercent(percents[part])}
        </text>
      ))}
    </>
  );
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** Figures of four parts need not add up to 100: a picture of cells does. */
function typical(figures: readonly { readonly typical: number }[]): Four {
  const sum = figures.reduce((total, figure) => total + figure.typical, 0);
  return figures.map((figure) => (100 * figure.typical) / sum) as unknown as Four;
}
