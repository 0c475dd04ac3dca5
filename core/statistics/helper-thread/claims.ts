/**
 * Numbers that several threads take in turn, each number once: which of them does which block of events. One row a pass, and one that says
 * whether the other thread has begun: who has done all alone need not wait for it.
 */
export type Claims = Int32Array<SharedArrayBuffer>;

export const openClaims = (passes: number): Claims => new Int32Array(new SharedArrayBuffer(4 * (passes + 1)));

/** The next free number of a pass. */
export const claimFrom =
  (claims: Claims, pass: number): (() => number) =>
  () =>
    Atomics.add(claims, pass, 1);

const OPEN = 0;
const JOINED = 1;
const CLOSED = 2;

/** The other thread begins; false where everything is done already. */
export const join = (claims: Claims): boolean => Atomics.compareExchange(claims, claims.length - 1, OPEN, JOINED) === OPEN;

/** Whether the other thread never began, and never will. */
export const close = (claims: Claims): boolean => Atomics.compareExchange(claims, claims.length - 1, OPEN, CLOSED) === OPEN;
