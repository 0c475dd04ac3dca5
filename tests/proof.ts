import { appendFileSync } from 'node:fs';

/** What tests draw at random follows from it. `npm run prove` gives it; a test that fails prints it, and given again it repeats the run. */
export const proofSeed = Number(process.env['LYMPHO_PROOF_SEED'] ?? Date.now() % 2 ** 31);

/** Adds to the numbers of a proof (scripts/prove.mjs); nothing in the suite. */
export function countForProof(what: string, count: number): void {
  const file = process.env['LYMPHO_PROOF_COUNTS'];
  if (file !== undefined) appendFileSync(file, `${JSON.stringify([what, count])}\n`);
}
