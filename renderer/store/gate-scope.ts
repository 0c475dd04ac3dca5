/** Where a change of a gate goes: to the protocol, so to every sample without a gate of its own; or to this sample, for a reason. */
export type GateScope = { readonly kind: 'protocol' } | { readonly kind: 'sample'; readonly reason: string };
