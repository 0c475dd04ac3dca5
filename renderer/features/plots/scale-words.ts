import type { Catalogue } from '../../../core/base/message.ts';
import type { Transform } from '../../../core/data/transforms/transforms.ts';

/** What the numbers of a scale are called, and what they do. */
export const scaleWords = {
  top: { en: 'Top of scale (T)', ja: '最大値(T)' },
  decades: { en: 'Decades (M)', ja: 'デケード数(M)' },
  width: { en: 'Linear width in decades (W)', ja: '線形領域の幅・デケード(W)' },
  negative: { en: 'Extra negative decades (A)', ja: '負側の追加デケード(A)' },
  below: { en: 'Shown below 0 (A)', ja: '0より下の表示範囲(A)' },
  flowjoTop: { en: 'Maximum', ja: '最大値' },
  flowjoWidth: { en: 'Width basis', ja: 'Width basis(幅)' },
  flowjoPositive: { en: 'Positive decades', ja: '正側のデケード数' },
  flowjoNegative: { en: 'Extra negative decades', ja: '負側の追加デケード' },
  aboutLogicle: {
    en: 'T is the value at the top, M how many decades are shown below it. W is how wide the linear part about 0 is: larger draws the negatives together. A adds decades below 0.',
    ja: 'Tは軸の最大値、Mはその下に表示するデケード数です。Wは0付近の線形領域の幅で、大きくすると陰性集団がまとまります。Aは0より下にデケードを追加します。',
  },
  aboutBiexponential: {
    en: 'As in FlowJo: a width basis farther below 0 draws the negatives together; extra negative decades show more below 0.',
    ja: 'FlowJoと同じ指定です。Width basisを負の方向に大きくすると陰性集団がまとまり、負側の追加デケードで0より下を広く表示します。',
  },
  aboutArcsinh: {
    en: 'T is the value at the top, M how many decades are shown below it; about 0 it is linear.',
    ja: 'Tは軸の最大値、Mはその下に表示するデケード数です。0付近は線形になります。',
  },
  aboutLog: {
    en: 'Values at 0 and below have no place on it; they are off scale.',
    ja: '0以下の値は表示できず、スケール外になります。',
  },
} as const satisfies Catalogue;
type Word = keyof typeof scaleWords;

const logicleFields = { T: 'top', M: 'decades', W: 'width', A: 'negative' } as const;

/** The words of a kind's numbers; one without is called by its own name. */
export const fieldWords: { readonly [Kind in Transform['kind']]?: { readonly [field: string]: Word } } = {
  linear: { T: 'top', A: 'below' },
  log: { T: 'top', M: 'decades' },
  arcsinh: { T: 'top', M: 'decades', A: 'negative' },
  logicle: logicleFields,
  hyperlog: logicleFields,
  biexponential: { negative: 'flowjoNegative', width: 'flowjoWidth', positive: 'flowjoPositive', top: 'flowjoTop' },
};

/** What a kind's numbers do, where that is not plain. */
export const aboutScale: { readonly [Kind in Transform['kind']]?: Word } = {
  log: 'aboutLog',
  arcsinh: 'aboutArcsinh',
  logicle: 'aboutLogicle',
  hyperlog: 'aboutLogicle',
  biexponential: 'aboutBiexponential',
};
