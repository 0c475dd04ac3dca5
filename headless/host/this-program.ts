import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { kernelFile } from './kernels.ts';

/** What of a program bears upon its numbers, beside the engine's number. */
export interface ProgramFacts {
  /** Digest of the compiled kernels, or `reference` where their plain references do the work. */
  readonly kernels: string;
  readonly locale: string;
}

let known: ProgramFacts | undefined;

export function thisProgram(): ProgramFacts {
  if (known === undefined) {
    const file = kernelFile();
    const kernels = file === undefined ? 'reference' : createHash('sha256').update(readFileSync(file)).digest('hex');
    known = { kernels, locale: Intl.DateTimeFormat().resolvedOptions().locale };
  }
  return known;
}
