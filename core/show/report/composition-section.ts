import type { CompositionPart } from '../../biology/features/composition.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';
import { roleColours } from '../plot/colour.ts';
import { formatCount, formatPercent, formatRange, formatValue } from '../plot/number-format.ts';
import type { MessageKey, Translate } from './messages.ts';
import type { CompositionSection, Row } from './model.ts';

export const roleWords: { readonly [Role in CompositionPart['role']]: MessageKey } = {
  nk: 'roleNk',
  'nkt-like': 'roleNkt',
  t: 'roleT',
  'double-negative': 'roleDn',
};

/** The four-way composition with its counting intervals; undefined where the sample has none. */
export function compositionSection({ composition }: SampleAnalysis, t: Translate): CompositionSection | undefined {
  if (!composition) return undefined;
  const confidence = formatValue((composition.parts[0]?.interval.confidence ?? 0.95) * 100);
  const denominator = lastName(composition.denominator) || t('allEvents');
  return {
    heading: t('compositionHeading'),
    data: composition,
    columns: [
      { title: t('population'), align: 'left', weight: 4 },
      { title: t('count'), align: 'right', weight: 1.6 },
      { title: t('percent'), align: 'right', weight: 1.2 },
      { title: t('interval', { confidence }), align: 'right', weight: 2.6 },
    ],
    rows: composition.parts.map((part) => rowOf(part, t)),
    caption: t('compositionCaption', { denominator, count: formatCount(composition.denominatorCount), confidence }),
    note: t('countingOnly'),
  };
}

function rowOf({ role, count, percent, interval }: CompositionPart, t: Translate): Row {
  const name = { text: t(roleWords[role]), swatch: roleColours[role] };
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
