import type { ComparedBy } from '../../core/study/killing/compare-plates.ts';

/** What the page of cytotoxic activity shows: a plate of the session, or all of them compared. */
export interface KillingLook {
  /** The id of a plate; the first one where there is none of that id. */
  readonly plate: string | undefined;
  /** Absent: one plate. */
  readonly by: ComparedBy | undefined;
}
