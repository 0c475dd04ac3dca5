import type { Classification } from './classification.ts';

/**
 * What there is to say of a call. `none`: the protocol has no profiles, nobody asked. `unfit`: the sample lacks the channels that every
 * profile is about. `judged`: the profiles were held against it, whatever came of that.
 */
export type CallState = 'none' | 'unfit' | 'judged';

export function callState({ methods, reasons }: Pick<Classification, 'methods' | 'reasons'>): CallState {
  if (methods.length === 0) return 'none';
  return reasons.some(({ code }) => code === 'no-composition') ? 'unfit' : 'judged';
}
