import { type Catalogue, type Language, say } from '../../base/message.ts';
import type { ControlWarning } from './control.ts';
import type { ControlMatrix, JudgedRow } from './matrix-from-controls.ts';

const rowSentences = {
  'few-positives': {
    en: '{row}: {file} has only {value} events that are clearly positive, and no coefficient can be told from them.',
    ja: '{row}: {file}には明らかな陽性イベントが{value}個しかなく、係数を求められません。',
  },
  'negative-coefficient': {
    en: '{row}: by {file}, {value} of its light would be in {other}; light cannot be less than none. Is it another tube, or was it compensated before?',
    ja: '{row}: {file}では{other}への係数が{value}となります。蛍光が負になることはありません。別のチューブか、補正済みの可能性があります。',
  },
  'tubes-swapped': {
    en: '{row}: {file} is brightest in {other}, and {otherFile} in {row}: the two tubes seem to be swapped.',
    ja: '{row}: {file}は{other}で、{otherFile}は{row}で最も明るく、2つのチューブが入れ替わっているとみられます。',
  },
  'coefficient-above-one': {
    en: '{row}: by {file}, {other} sees {value} times the light that {row} sees. Another tube, or voltages that do not fit?',
    ja: '{row}: {file}では{other}に{row}の{value}倍の蛍光が入ります。チューブの取り違えか、電圧の不適合の可能性があります。',
  },
} as const satisfies Catalogue<JudgedRow['code']>;

/** Why a row of the matrix is not used as it was computed. */
export function rowSentence(row: JudgedRow, detectors: readonly string[], fileOf: (detector: string) => string, lang: Language): string {
  const { code, value, other } = row;
  const values = {
    row: row.detector,
    file: row.file,
    other: other === undefined ? '' : detectors[other]!,
    otherFile: other === undefined ? '' : fileOf(detectors[other]!),
    value: Number.isInteger(value) ? value : value.toFixed(2),
  };
  return say(rowSentences[code], values, lang);
}

const warningSentences = {
  'few-positives': { en: '{control} has only {value} positive events.', ja: '{control}の陽性イベントは{value}個です。' },
  saturated: {
    en: '{value} events of {control} are at the end of the scale and were left out.',
    ja: '{control}の{value}イベントがスケールの上限にあり、除きました。',
  },
  weak: { en: '{control} is weak.', ja: '{control}の染色が弱くなっています。' },
  'no-negative': {
    en: '{control} has too few negatives, of its own or of an unstained control: background counts as light.',
    ja: '{control}には、自身にも未染色コントロールにも十分な陰性がないため、背景の蛍光が含まれます。',
  },
  'dimmer-than-spill': {
    en: '{control} is brighter in another detector than in its own.',
    ja: '{control}は自身より他の検出器で明るくなっています。',
  },
  'not-converged': { en: 'The refinement did not settle; {value} is left.', ja: '反復計算が収束しませんでした(残り{value})。' },
} as const satisfies Catalogue<ControlWarning['code']>;

const residualSentence = {
  en: 'residual spillover of {stain} into {detector}: {slope}',
  ja: '{stain}の蛍光の漏れ込みが{detector}に{slope}残っています。',
};

/** What else is to be known of the controls, and where the matrix leaves light; of rows that have a sentence of their own nothing more. */
export function controlRemarks(
  { warnings, rows, residuals, detectors }: Pick<ControlMatrix, 'warnings' | 'rows' | 'residuals' | 'detectors'>,
  lang: Language,
): readonly { readonly code: string; readonly text: string; readonly detector: string }[] {
  return [
    ...warnings
      .filter(({ control }) => !rows.some(({ detector }) => detector === control))
      .map(({ code, control, value = 0 }) => ({
        code,
        detector: control,
        text: say(warningSentences[code], { control, value: Number(value.toPrecision(3)) }, lang),
      })),
    ...residuals
      .filter(({ isOff }) => isOff)
      .map(({ stain, detector, slope }) => ({
        code: 'residual',
        detector: stain,
        text: say(residualSentence, { stain, detector: detectors[detector] ?? '', slope: slope.toFixed(4) }, lang),
      })),
  ];
}
