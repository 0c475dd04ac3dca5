import { canonicalJson } from '../../base/chain/canonical-json.ts';
import { type Assay, differsIn } from './assay.ts';
import type { KeptPlate } from './kept-plate.ts';

/**
 * Of several results of one plate the newest: by another engine or definition, or of a plate that a person corrected. One plate is one name, day,
 * target, read-out and set of effectors. The earliest come first.
 */
export function standingPlates<P extends { readonly kept: KeptPlate }>(plates: readonly P[]): readonly P[] {
  const newest = new Map(plates.map((plate) => [identityOf(plate.kept), plate]));
  return plates.filter((plate) => newest.get(identityOf(plate.kept)) === plate);
}

export const identityOf = ({ plate, assay: { target, readout } }: KeptPlate): string =>
  JSON.stringify([plate.name, plate.date, target, readout, plate.effectors.map(({ id, lot, donor }) => [id, lot, donor])]);

/**
 * The definition that a plate is measured by today: the highest revision of its name that any plate was measured by. One that is not comparable, or
 * that reads FCS files otherwise than they were counted, is no revision of it.
 */
export const definitionToday = (own: Assay, all: readonly Assay[]): Assay =>
  all.reduce(
    (best, one) =>
      one.name === own.name &&
      one.revision > best.revision &&
      differsIn(own, one) === undefined &&
      canonicalJson(one.flow ?? null) === canonicalJson(own.flow ?? null)
        ? one
        : best,
    own,
  );
