import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { analyseSample } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import { ENGINE } from '../../core/base/engine.ts';
import { Problem } from '../../core/base/problem.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import { corpusFile, hasShared } from '../shared-data.ts';
import { corpusFiles } from './corpus-table.ts';

/*
 * Every number of `analyseSample` over the simulated samples and the corpus, as one digest each. Where this fails, numbers have changed: raise
 * ENGINE (core/base/engine.ts), say in CHANGELOG.md which and why, and record the new digests with LYMPHO_RECORD_NUMBERS=1.
 */

const recordFile = path.resolve(import.meta.dirname, 'numbers.json');
const record: { engine: string; samples: string; corpus: string } = existsSync(recordFile)
  ? JSON.parse(readFileSync(recordFile, 'utf8'))
  : { engine: '', samples: '', corpus: '' };
const isRecording = process.env['LYMPHO_RECORD_NUMBERS'] === '1';

const protocol = parseProtocol(readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
const host = { pool: createPool(), createHash: createSha256, software: 'test', protocolSha256: 'test' };
const samplesFolder = path.resolve(import.meta.dirname, '..', '..', 'test-data', 'samples');
const samples = readdirSync(samplesFolder)
  .filter((name) => /\.(fcs|lmd)$/.test(name))
  .toSorted();

async function digestOf(files: readonly (readonly [name: string, bytes: Uint8Array])[]): Promise<string> {
  const hash = createHash('sha256');
  for (const [name, bytes] of files) hash.update(`${name} ${await numbersOf(name, bytes)}\n`);
  return hash.digest('hex');
}

/** An analysis without the names of what made it; of what is refused, why. */
async function numbersOf(name: string, bytes: Uint8Array): Promise<string> {
  try {
    const { software: _, ...numbers } = await analyseSample(bytesSource(name, bytes), protocol, host, { absent: 'skip' });
    return JSON.stringify(numbers);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return `${error.code} ${JSON.stringify(error.values)}`;
  }
}

function check(part: 'samples' | 'corpus', digest: string): void {
  if (isRecording) {
    Object.assign(record, { engine: ENGINE, [part]: digest });
    writeFileSync(recordFile, `${JSON.stringify(record, undefined, 2)}\n`);
  } else expect({ engine: ENGINE, digest }).toEqual({ engine: record.engine, digest: record[part] });
}

describe('the engine names the numbers', () => {
  it('of the simulated samples', async () => {
    check('samples', await digestOf(samples.map((name) => [name, readFileSync(path.join(samplesFolder, name))])));
  });
  it.skipIf(!hasShared)('of the corpus', async () => {
    const files = corpusFiles.map(({ file }) => file).toSorted();
    check('corpus', await digestOf(files.map((file) => [file, readFileSync(corpusFile(file))])));
  });
});
