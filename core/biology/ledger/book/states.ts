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
