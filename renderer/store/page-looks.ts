import type { ComparedBy } from '../../core/study/killing/compare-plates.ts';
import type { SessionPlate } from '../../core/study/session/document/session-document.ts';
import type { ResidualLook } from './residual-state.ts';

/** What the page of cytotoxic activity shows: a plate of the session, or all of them compared. */
export interface KillingLook {
  /** The id of a plate; the first one where there is none of that id. */
  readonly plate: string | undefined;
  /** Absent: one plate. */
  readonly by: ComparedBy | undefined;
  /** Plates of the archive that are compared instead of those of the session; none before a search. */
  readonly archive?: { readonly query: string; readonly plates: readonly SessionPlate[] | undefined } | undefined;
}

/** What a person typed into a form, by field. */
export interface FormDraft {
  readonly [field: string]: string;
}

/** What pages of their own show. */
export interface PageLooks {
  readonly residual: ResidualLook;
  readonly killing: KillingLook;
  /** What is typed into forms of pages and was not used yet. */
  readonly forms: { readonly [form: string]: FormDraft };
}
