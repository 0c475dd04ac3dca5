import { remembered } from '../../base/remembered.ts';
import type { Channel } from '../events/channel.ts';
import { plainName } from './plain-name.ts';

/** What of a pulse a channel holds. */
export type PulseFeature = 'area' | 'height' | 'width';

export interface Pulse {
  /** The plain name without what it says of the pulse. */
  readonly stem: string;
  /** Absent where the name does not say. */
  readonly feature?: PulseFeature;
  /** The name says that values are on a logarithmic scale. */
  readonly logarithmic: boolean;
}

const letters: { readonly [letter: string]: PulseFeature } = { A: 'area', H: 'height', W: 'width' };
const words: { readonly [Feature in PulseFeature]: RegExp } = {
  area: /^(AREA|INT|INTEGRAL|INTEGRATED|(パルス)?(面積|積分値?)|面积|积分|면적)$/,
  height: /^(HEIGHT|PEAK|PK|(パルス)?(高さ?|ピーク)|波高値?|高度|높이)$/,
  width: /^(WIDTH|TOF|(パルス)?幅|时间宽度|宽度|너비|폭)$/,
};
const SCALE = '(?:LINEAR|LIN|LOG)';
/** Words that may follow a name without a separator, those that may not, and single letters. */
const GLUED = 'AREA|HEIGHT|WIDTH|パルス面積|パルス高さ?|パルス幅|面積|積分値?|高さ|ピーク|波高値?|幅|面积|积分|高度|宽度|면적|높이|너비|폭';
const APART = 'INTEGRATED|INTEGRAL|INT|PEAK|PK|TOF';
const tail = new RegExp(
  `^(?<stem>.+?)(?:[ ._:-]*(?<before>${SCALE})?[ ._:-]*(?:(?<glued>${GLUED})|(?<=[ ._:-]|LIN|LOG)(?<apart>${APART}|[AHW])|(?<=SC|FL\\d{1,2})(?<letter>[AHW]))[ ._:-]*(?<after>${SCALE})?|[ ._:-]+(?<only>${SCALE}))$`,
);

/** The same before the rest: `Peak FSC`; and scatter whose laser or filter follows: `FSC-A 488/10`, `SSC-H-V`. */
const head = /^(?<word>AREA|HEIGHT|PEAK|WIDTH)[ ._:-]+(?<rest>.+)$/;
const within = /^(?<scatter>FSC|SSC|BSC|FS|SS)[ ._:-]+(?<word>[AHW]|AREA|HEIGHT|PEAK|WIDTH)[ ._:-]+(?<rest>.+)$/;

/** Takes a name apart: `FSC-HLin`, `FS PEAK LIN`, `SSC LogA`, `FSCArea`, `前方散乱光(高さ)`. The one rule of area, height and width. */
export const readPulse = remembered((name: string): Pulse => {
  const text = plainName(name)
    .replace(/[()[\]{}]+/g, ' ')
    .replace(/([ ._:-])[ ._:-]+/g, '$1')
    .trim();
  const [, front, plain = text] = /^(?:(LIN|LOG)[ ._:-]+)?(.+)$/.exec(text) ?? [];
  const groups: { readonly [part: string]: string | undefined } =
    tail.exec(plain)?.groups ?? head.exec(plain)?.groups ?? within.exec(plain)?.groups ?? {};
  const { stem, scatter, rest, before, glued, apart, letter, after, only } = groups;
  const word = groups.word ?? glued ?? apart ?? letter;
  const logarithmic = [front, before, after, only].includes('LOG');
  const named = stem ?? (scatter === undefined ? rest : `${scatter} ${rest}`) ?? plain;
  return word === undefined ? { stem: named, logarithmic } : { stem: named, feature: featureOf(word), logarithmic };
});

/** What a channel says of the pulse: $PnFEATURE, else its name, else its label. */
export function featureOfChannel({ name, marker, detail }: Channel): PulseFeature | undefined {
  const stated = Object.keys(words).find((feature) => feature === detail.feature?.trim().toLowerCase());
  return (stated as PulseFeature | undefined) ?? readPulse(name).feature ?? (marker === undefined ? undefined : readPulse(marker).feature);
}

const featureOf = (word: string): PulseFeature =>
  letters[word] ?? (Object.keys(words) as PulseFeature[]).find((feature) => words[feature].test(word))!;
