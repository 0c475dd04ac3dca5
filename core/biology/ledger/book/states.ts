import type { Sentence } from '../../../base/message.ts';

/** What may be done with a bag or a dose. */
export type MaterialState =
  | 'in-process'
  | 'quarantine'
  | 'conditionally-released'
  | 'released'
  | 'on-hold'
  | 'shipped'
  | 'infused'
  | 'rejected'
  | 'discarded'
  | 'used-up'
  | 'retained';

/** What people call them. */
export const stateWords: { readonly [S in MaterialState]: Sentence } = {
  'in-process': { en: 'in process', ja: '工程中' },
  quarantine: { en: 'quarantine', ja: '隔離(出荷保留)' },
  'conditionally-released': { en: 'conditionally released', ja: '条件付き出荷' },
  released: { en: 'released', ja: '出荷可' },
  'on-hold': { en: 'on hold', ja: '保留' },
  shipped: { en: 'shipped', ja: '出荷済み' },
  infused: { en: 'infused', ja: '投与済み' },
  rejected: { en: 'rejected', ja: '不適合' },
  discarded: { en: 'discarded', ja: '廃棄済み' },
  'used-up': { en: 'used up', ja: '使用済み' },
  retained: { en: 'retained', ja: '保存' },
};

/** Steps that change a state, with the states that they start from and the one that they lead to; every other step is refused. */
export const steps = {
  freeze: { from: ['in-process'], to: 'quarantine' },
  'prepare-dose': { from: ['in-process', 'quarantine', 'conditionally-released', 'released'], to: 'quarantine' },
  release: { from: ['quarantine', 'conditionally-released'], to: 'released' },
  'conditional-release': { from: ['quarantine'], to: 'conditionally-released' },
  ship: { from: ['conditionally-released', 'released'], to: 'shipped' },
  infuse: { from: ['conditionally-released', 'released', 'shipped'], to: 'infused' },
  hold: { from: ['in-process', 'quarantine', 'conditionally-released', 'released', 'shipped'], to: 'on-hold' },
  reject: { from: ['in-process', 'quarantine', 'conditionally-released', 'released', 'on-hold'], to: 'rejected' },
  discard: { from: ['in-process', 'quarantine', 'conditionally-released', 'released', 'on-hold', 'shipped', 'rejected'], to: 'discarded' },
  retain: { from: ['in-process', 'quarantine'], to: 'retained' },
} as const satisfies { readonly [step: string]: { readonly from: readonly MaterialState[]; readonly to: MaterialState } };
export type Step = keyof typeof steps;

/** Out of these no cells come any more. */
export const isOver = (state: MaterialState): boolean => ['infused', 'discarded', 'used-up', 'retained'].includes(state);
