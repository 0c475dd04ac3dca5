import type { SampleMetadata } from './sample-metadata.ts';

/**
 * Those of some samples that are of the same culture as one: the same label in the same lot, of one donor. Where a sample names no donor its lot
 * does, unless the lot is one that several are named for; without a lot both must name the same donor, or none.
 */
export function ofSameCulture<T>(
  { culture, lot = '', donor = '' }: SampleMetadata,
  others: readonly T[],
  metadataOf: (one: T) => SampleMetadata,
): readonly T[] {
  if (!culture) return [];
  const alike = others.filter((one) => metadataOf(one).culture === culture && (metadataOf(one).lot ?? '') === lot);
  const donors = new Set([donor, ...alike.map((one) => metadataOf(one).donor ?? '')].filter((name) => name !== ''));
  const isKnown = lot !== '' && donors.size <= 1;
  return isKnown ? alike : alike.filter((one) => (metadataOf(one).donor ?? '') === donor && (donor !== '' || donors.size === 0));
}
