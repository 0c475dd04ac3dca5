/** A centre with its between-lot standard deviation. */
export type Spread = readonly [centre: number, sd: number];

/** How a product is assumed to look. Percentages unless said otherwise; where a denominator matters it is named. */
export interface CultureSpec {
  readonly method: string;
  readonly methodJa: string;
  readonly day: number;
  /** Of live single CD45+ lymphoid cells: CD3-CD56+, CD3+CD56+, CD3+CD56-, CD19+. The rest carries none of them. */
  readonly nk: Spread;
  readonly nktLike: Spread;
  readonly t: Spread;
  readonly b: Spread;
  /** Of live CD45+ cells. */
  readonly monocytes: Spread;
  readonly log10Cd4Cd8: Spread;
  /** Of CD3+ cells. */
  readonly gammaDelta: Spread;
  /** Of NK cells. */
  readonly cd16: Spread;
  readonly cd69: Spread;
  readonly cd56bright: Spread;
  /** Of T cells. */
  readonly hlaDr: Spread;
  /** Share of blasts among NK cells and among T cells. */
  readonly nkBlasts: Spread;
  readonly tBlasts: Spread;
  /** Median FSC of the product against resting blood; a ratio. */
  readonly blast: Spread;
  /** Median CD56 of NK cells against resting blood; a ratio. */
  readonly cd56Gain: number;
  readonly viability: Spread;
  /** Of all recorded events. */
  readonly debris: Spread;
  readonly doublets: Spread;
}

const culture = { b: [0.4, 0.3], monocytes: [0.4, 0.3], viability: [88, 4], debris: [8, 2.5], doublets: [4.5, 1] } as const;

/**
 * Starting profiles for simulation, assumed: they are neither specifications nor measurements of any product.
 * Every centre can be overridden sample by sample.
 */
export const cultures = {
  'resting-blood': {
    ...{
      method: 'resting mononuclear cells',
      methodJa: '末梢血単核球(未培養)',
      day: 0,
      nk: [14, 6],
      nktLike: [4, 2.5],
      t: [66, 8],
      b: [13, 3.5],
    },
    ...{
      monocytes: [14, 4],
      log10Cd4Cd8: [0.2, 0.2],
      gammaDelta: [4, 1.5],
      cd16: [90, 5],
      cd69: [6, 4],
      cd56bright: [8, 2],
      hlaDr: [10, 5],
    },
    ...{ nkBlasts: [1, 0.5], tBlasts: [1, 0.5], blast: [1, 0.04], cd56Gain: 1, viability: [97, 1], debris: [10, 3], doublets: [3.5, 1] },
  },
  'lak-3-day': {
    ...{
      method: 'NIH LAK',
      methodJa: 'NIH LAK',
      day: 3,
      nk: [16, 7],
      nktLike: [5, 3],
      t: [66, 9],
      b: [9.5, 2],
      viability: [90, 3],
      debris: [9, 3],
    },
    ...{
      monocytes: [3, 1.2],
      log10Cd4Cd8: [0.18, 0.2],
      gammaDelta: [4, 1.5],
      cd16: [85, 6],
      cd69: [85, 7],
      cd56bright: [10, 3],
      hlaDr: [18, 7],
    },
    ...{ nkBlasts: [80, 6], tBlasts: [28, 6], blast: [1.12, 0.05], cd56Gain: 1.5, doublets: [5, 1] },
  },
  'general-method': {
    ...{
      ...culture,
      method: 'OKT3 + IL-2 (general method)',
      methodJa: '一般法(OKT3+IL-2)',
      day: 14,
      nk: [4, 3],
      nktLike: [8, 5],
      t: [86, 7],
    },
    ...{ log10Cd4Cd8: [-0.22, 0.25], gammaDelta: [5, 2], cd16: [60, 18], cd69: [50, 16], cd56bright: [25, 6], hlaDr: [75, 12] },
    ...{ nkBlasts: [85, 5], tBlasts: [85, 6], blast: [1.3, 0.06], cd56Gain: 1.8 },
  },
  cik: {
    ...{
      ...culture,
      method: 'CIK',
      methodJa: 'CIK(サイトカイン誘導キラー)',
      day: 21,
      nk: [5, 3.5],
      nktLike: [35, 10],
      t: [58, 11],
      blast: [1.28, 0.06],
    },
    ...{ log10Cd4Cd8: [-0.66, 0.25], gammaDelta: [6, 2], cd16: [55, 18], cd69: [50, 16], cd56bright: [25, 6], hlaDr: [80, 9] },
    ...{ nkBlasts: [85, 5], tBlasts: [85, 6], cd56Gain: 1.8 },
  },
  'gamma-delta-t': {
    ...{
      ...culture,
      method: 'gamma-delta T (zoledronate + IL-2)',
      methodJa: 'γδT細胞(ゾレドロン酸+IL-2)',
      day: 14,
      nk: [6, 4],
      nktLike: [18, 9],
      t: [74, 11],
    },
    ...{ log10Cd4Cd8: [-0.22, 0.3], gammaDelta: [82, 8], cd16: [60, 18], cd69: [55, 16], cd56bright: [25, 6], hlaDr: [80, 9] },
    ...{ nkBlasts: [85, 5], tBlasts: [85, 6], blast: [1.28, 0.06], cd56Gain: 1.8 },
  },
  // A stand-in for expanded NK cells, fed from published feeder-free cultures; no ANK lot was ever seen here.
  'expanded-nk': {
    ...{
      ...culture,
      method: 'expanded NK',
      methodJa: '拡大培養NK細胞',
      day: 21,
      nk: [72, 13],
      nktLike: [9, 6],
      t: [17, 9],
      monocytes: [0.3, 0.2],
    },
    ...{ log10Cd4Cd8: [-0.3, 0.3], gammaDelta: [8, 4], cd16: [80, 10], cd69: [85, 8], cd56bright: [30, 8], hlaDr: [80, 9] },
    ...{ nkBlasts: [92, 3], tBlasts: [75, 8], blast: [1.35, 0.06], cd56Gain: 2.4 },
  },
} as const satisfies Readonly<Record<string, CultureSpec>>;

export type CultureId = keyof typeof cultures;

export function isCultureId(text: string): text is CultureId {
  return Object.hasOwn(cultures, text);
}
