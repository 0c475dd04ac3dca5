import type { Catalogue, Values } from '../../base/message.ts';
import { Problem } from '../../base/problem.ts';

const sentences = {
  'export-not-expressible': {
    en: 'The stored values of channel {channel} cannot be written as {version} without changing them ({reason}); export linear values.',
    ja: 'チャンネル{channel}の格納値は、変更せずに{version}として書き出せません({reason})。線形値で書き出してください。',
  },
  'export-names': {
    en: '{version} cannot hold the names of these channels, which repeat or have commas: {names}. FCS 3.0 can (--format fcs3.0, or none).',
    ja: '{version}では、重複またはコンマを含むチャンネル名({names})を表せません。FCS 3.0(--format fcs3.0、または指定なし)なら書き出せます。',
  },
  'export-not-compensated': {
    en: 'There is no matrix to compensate with: neither the protocol nor the file brings one that can be used.',
    ja: '補正に使える行列が、プロトコルにもファイルにもありません。',
  },
  'export-keyword-absent': {
    en: 'The file has no keyword {keyword}.',
    ja: 'キーワード{keyword}はこのファイルにありません。',
  },
  'export-population-absent': {
    en: 'There is no population "{path}"; there are: {known}.',
    ja: '集団「{path}」はありません。指定できるのは次のとおりです: {known}',
  },
} as const satisfies Catalogue;

export function refuseExport(code: keyof typeof sentences, values: Values): never {
  throw new Problem(code, sentences[code], values);
}
