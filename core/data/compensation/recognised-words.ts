import { type Catalogue, type Language, say } from '../../base/message.ts';
import type { RecognisedControls } from './recognise-controls.ts';

const sentences = {
  'no-tube': {
    en: 'No tube was found for {detectors}; the matrix is over the other detectors.',
    ja: '{detectors}のチューブが見つかりません。他の検出器だけの行列になります。',
  },
  'two-tubes': {
    en: '{detector}: {beside} is of the same detector as {file}; the brighter {file} is used.',
    ja: '{detector}: {beside}と{file}は同じ検出器のチューブです。明るい{file}を使います。',
  },
  'brightest-elsewhere': {
    en: '{detector}: {file} is named for it, but is brightest in {other}. Is it another tube?',
    ja: '{detector}: {file}は名前と異なり、{other}で最も明るくなっています。チューブを確認してください。',
  },
  'no-unstained': {
    en: 'No unstained tube was found; each tube needs negatives of its own.',
    ja: '未染色チューブが見つかりません。各チューブに陰性のイベントが必要です。',
  },
} as const satisfies Catalogue;

/** What a person should know of the tubes as they were recognised. */
export function recognisedSentences(
  { tubes, unstained, without }: RecognisedControls,
  nameOf: (id: string) => string,
  lang: Language,
): readonly { readonly code: keyof typeof sentences; readonly text: string }[] {
  const said = (code: keyof typeof sentences, values: { readonly [name: string]: string } = {}) => ({
    code,
    text: say(sentences[code], values, lang),
  });
  return [
    ...(unstained === undefined ? [said('no-unstained')] : []),
    ...(without.length > 0 ? [said('no-tube', { detectors: without.join(', ') })] : []),
    ...tubes.flatMap(({ id, detector, brightest, beside }) => [
      ...(brightest === undefined ? [] : [said('brightest-elsewhere', { detector, file: nameOf(id), other: brightest })]),
      ...(beside === undefined ? [] : [said('two-tubes', { detector, file: nameOf(id), beside: beside.map(nameOf).join(', ') })]),
    ]),
  ];
}
