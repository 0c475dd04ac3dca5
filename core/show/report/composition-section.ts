import type { CompositionPart } from '../../biology/features/composition.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { roleColours } from '../plot/colour.ts';
import { formatCount, formatPercent, formatRange, formatValue } from '../plot/number-format.ts';
import type { CompositionSection, Row } from './model.ts';
import type { Speak, Word } from './words.ts';

export const roleWords: { readonly [Role in CompositionPart['role']]: Word } = {
  nk: 'roleNk',
  'nkt-like': 'roleNkt',
  t: 'roleT',
  'double-negative': 'roleDn',
};

/** The four-way composition with its counting intervals; undefined where the sample has none. */
export function compositionSection({ composition }: SampleAnalysis, speak: Speak): CompositionSection | undefined {
  if (!composition) return undefined;
  const confidence = formatValue((composition.parts[0]?.interval.confidence ?? 0.95) * 100);
  const denominator = lastName(composition.denominator) || speak('allEvents');
  return {
    heading: speak('compositionHeading'),
    data: composition,
    columns: [
      { title: speak('population'), align: 'left', weight: 4 },
      { title: speak('count'), align: 'right', weight: 1.6 },
      { title: speak('percent'), align: 'right', weight: 1.2 },
      { title: speak('interval', { confidence }), align: 'right', weight: 2.6 },
    ],
    rows: composition.parts.map((part) => rowOf(part, speak)),
    caption: speak('compositionCaption', { denominator, count: formatCount(composition.denominatorCount), confidence }),
    note: speak('countingOnly'),
  };
}

function rowOf({ role, count, percent, interval }: CompositionPart, speak: Speak): Row {
  const name = { text: speak(roleWords[role]), swatch: roleColours[role] };
  return {
    cells: [
      name,
      { text: formatCount(count) },
      { text: formatPercent(percent) },
      { text: formatRange(interval.low, interval.high), quiet: true },
    ],
  };
}

/** The last name of a population's path. */
export const lastName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);
