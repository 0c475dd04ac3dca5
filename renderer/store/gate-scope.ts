/**
 * Where a change of a gate goes: to the protocol, so to every sample without a gate of its own; to the samples of the shown one's gating group; or
 * to this sample; the last two for a reason.
 */
export type GateScope = { readonly kind: 'protocol' } | { readonly kind: 'group' | 'sample'; readonly reason: string };
