import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { brokenProtocols, messageCases, root } from '../fixtures/messages/cases.ts';
import { wrongWords } from '../fixtures/messages/judge-output.ts';
import { countForProof, proofSeed } from '../proof.ts';
import { hasShared } from '../shared-data.ts';
import { runCli } from './run-cli.ts';

function writeBroken(folder: string): void {
  const text = readFileSync(path.join(root, 'core', 'study', 'protocol', 'nk-t.json'), 'utf8');
  for (const [name, spoil] of Object.entries(brokenProtocols)) {
    const protocol = JSON.parse(text);
    spoil(protocol);
    writeFileSync(path.join(folder, `${name}.json`), JSON.stringify(protocol));
  }
}

/*
 * Whatever a command is given, people read sentences in their language: no text of a schema, no bare code, no stack trace. A round runs a tenth of
 * all cases, another with the next seed; `npm run prove -- messages` runs them all.
 */

const PARTS = 10;
// the suite does a tenth of a round: `prove` gives its rounds a place to count in
const SHARE = process.env['LYMPHO_PROOF_COUNTS'] === undefined ? 5 : 1;

it.skipIf(!hasShared)(
  `only sentences reach a person (seed ${proofSeed})`,
  () => {
    const cases = messageCases().filter((_, place) => (place + proofSeed) % (PARTS * SHARE) === 0);
    const wrong = cases.flatMap((args) => {
      const out = mkdtempSync(path.join(tmpdir(), 'lymphoscope-messages-'));
      try {
        if (args.some((arg) => arg.startsWith('{out}/') && arg.endsWith('.json'))) writeBroken(out);
        const given = args.map((arg) => arg.replace('{out}', out));
        return wrongWords(given, runCli(given)).map(
          (what) =>
            `${args
              .map((arg) => path.basename(arg))
              .join(' ')
              .slice(0, 200)}\n    ${what}`,
        );
      } finally {
        rmSync(out, { recursive: true, force: true });
      }
    });
    countForProof('runs of a command', cases.length);
    countForProof('wrong words', wrong.length);
    expect(wrong, wrong.join('\n')).toEqual([]);
  },
  900_000,
);
