import type { SampleIdentity } from '../../data/metadata/sample-identity.ts';

/**
 * Which files were measured together: those of one run or plate by name, else of one instrument on one day. Files that say neither are
 * one run: whoever gives them together says so.
 */
export function runOf({ metadata, instrument }: Pick<SampleIdentity, 'metadata' | 'instrument'>): string {
  const { cytometer, serial, date } = instrument;
  if (metadata.run !== undefined) return JSON.stringify(['run', metadata.run]);
  return date === undefined ? '' : JSON.stringify(['day', cytometer ?? '', serial ?? '', date]);
}
