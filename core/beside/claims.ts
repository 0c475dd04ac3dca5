/** Numbers that several threads take in turn, each number once: which of them does which block of events. One row a pass. */
export type Claims = Int32Array<SharedArrayBuffer>;

export const openClaims = (passes: number): Claims => new Int32Array(new SharedArrayBuffer(4 * passes));

/** The next free number of a pass. */
export const claimFrom =
  (claims: Claims, pass: number): (() => number) =>
  () =>
    Atomics.add(claims, pass, 1);
