/** Events by which a count may differ from the one that FlowJo stored: so many, or this share of it where that is more. */
const FEW = 3;
const SHARE = 0.003;

/** Whether counts (by FlowJo's rules, as far as they are known) are all another number than the one that FlowJo stored. */
export const differFromStored = (stored: number, counts: readonly number[]): boolean =>
  counts.length > 0 && counts.every((count) => Math.abs(count - stored) > Math.max(FEW, SHARE * stored));
