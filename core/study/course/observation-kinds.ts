import type { Sentence } from '../../base/message.ts';

/** A unit that a kind of observation is written in: what a value is multiplied by to be in the kind's own. */
interface Unit {
  readonly names: readonly string[];
  readonly factor: number;
}

export interface ObservationKind {
  readonly words: Sentence;
  /** Own unit first; none of what is text. */
  readonly units: readonly Unit[];
  /** Values outside are no measurement of a person. */
  readonly range?: readonly [low: number, high: number];
  /** Shown on a logarithmic axis. */
  readonly isLog?: boolean;
  /** What must be said beside the value, or it belongs to no series. */
  readonly needs?: readonly ('target' | 'method' | 'et')[];
}

const perMicrolitre: readonly Unit[] = [
  { names: ['/µL', '/μL', '/uL', 'cells/µL', '/mm3', '/mm³', '個/µL', '個/μL'], factor: 1 },
  { names: ['10^3/µL', '10^3/μL', '10^3/uL', '×10³/µL', '×10³/μL', 'K/µL', 'K/uL', '10^9/L'], factor: 1000 },
  { names: ['百/µL', '×10²/µL', '10^2/µL', '10^2/uL'], factor: 100 },
];
const percent: readonly Unit[] = [{ names: ['%', '%'], factor: 1 }];

/** Everything that a course may show. A value in another unit is refused, never guessed. */
export const observationKinds = {
  'nk-activity': { words: { en: 'NK activity', ja: 'NK活性' }, units: percent, range: [-50, 150], needs: ['target', 'method', 'et'] },
  'nk-count': { words: { en: 'NK cells', ja: 'NK細胞数' }, units: perMicrolitre, range: [0, 1e6] },
  'nk-percent': { words: { en: 'NK cells (flow cytometry)', ja: 'NK細胞(FCM)' }, units: percent, range: [0, 100] },
  't-percent': { words: { en: 'T cells (flow cytometry)', ja: 'T細胞(FCM)' }, units: percent, range: [0, 100] },
  lymphocytes: { words: { en: 'Lymphocytes', ja: 'リンパ球数' }, units: perMicrolitre, range: [0, 1e6] },
  wbc: { words: { en: 'White cells', ja: '白血球数' }, units: perMicrolitre, range: [0, 2e6] },
  'abnormal-lymphocytes': { words: { en: 'Abnormal lymphocytes', ja: '異常リンパ球' }, units: percent, range: [0, 100] },
  sil2r: { words: { en: 'sIL-2R', ja: 'sIL-2R' }, units: [{ names: ['U/mL', 'U/ml'], factor: 1 }], range: [0, 1e7], isLog: true },
  ldh: { words: { en: 'LDH', ja: 'LDH' }, units: [{ names: ['U/L', 'IU/L'], factor: 1 }], range: [0, 1e6] },
  calcium: {
    words: { en: 'Calcium', ja: 'カルシウム' },
    units: [
      { names: ['mg/dL', 'mg/dl'], factor: 1 },
      { names: ['mmol/L'], factor: 4.008 },
    ],
    range: [1, 30],
  },
  albumin: {
    words: { en: 'Albumin', ja: 'アルブミン' },
    units: [
      { names: ['g/dL', 'g/dl'], factor: 1 },
      { names: ['g/L'], factor: 0.1 },
    ],
    range: [0.5, 8],
  },
  'corrected-calcium': {
    words: { en: 'Calcium corrected for albumin', ja: 'アルブミン補正カルシウム' },
    units: [{ names: ['mg/dL', 'mg/dl'], factor: 1 }],
    range: [1, 30],
  },
  crp: {
    words: { en: 'CRP', ja: 'CRP' },
    units: [
      { names: ['mg/dL', 'mg/dl'], factor: 1 },
      { names: ['mg/L'], factor: 0.1 },
    ],
    range: [0, 100],
    isLog: true,
  },
  'proviral-load': {
    words: { en: 'HTLV-1 proviral load', ja: 'HTLV-1プロウイルス量' },
    units: [{ names: ['copies/100 cells', 'copies/100PBMC', 'コピー/100細胞', '%'], factor: 1 }],
    range: [0, 1000],
    isLog: true,
  },
  residual: { words: { en: 'Residual leukaemic cells', ja: '残存白血病細胞' }, units: percent, range: [0, 100], isLog: true },
  'has-flow': { words: { en: 'HAS-Flow, CADM1+ of CD4+', ja: 'HAS-Flow(CD4+中のCADM1+)' }, units: percent, range: [0, 100] },
  temperature: { words: { en: 'Temperature', ja: '体温' }, units: [{ names: ['°C', '℃', 'C', '度'], factor: 1 }], range: [30, 45] },
  reaction: { words: { en: 'Reaction', ja: '有害事象' }, units: [] },
  diagnosis: { words: { en: 'Diagnosis', ja: '診断' }, units: [] },
  response: { words: { en: 'Imaging or response', ja: '画像・効果の所見' }, units: [] },
  therapy: { words: { en: 'Therapy', ja: '治療' }, units: [] },
  note: { words: { en: 'Note', ja: '備考' }, units: [] },
} as const satisfies { readonly [kind: string]: ObservationKind };
export type ObservationName = keyof typeof observationKinds;

export const kindOf = (name: ObservationName): ObservationKind => observationKinds[name];
