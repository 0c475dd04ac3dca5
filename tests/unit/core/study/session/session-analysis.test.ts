import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseSample, type Host } from '../../../../../core/analyse.ts';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import { indexStrategy } from '../../../../../core/gating/strategy/edit-tree.ts';
import type { SampleAnalysis } from '../../../../../core/study/sample/sample-analysis.ts';
import { protocolOf, strategyOf } from '../../../../../core/study/session/session-strategy.ts';
import { createPool, createSha256 } from '../../../../../headless/host/host.ts';
import { commitAll, sampleNumber, shipped } from './session-support.ts';

const file = 'simulated-resting-blood.fcs';
const source = bytesSource(file, readFileSync(new URL(`../../../../../test-data/samples/${file}`, import.meta.url)));
const host: Host = { pool: createPool(), createHash: createSha256, software: '0', protocolSha256: '' };
const sample = sampleNumber(1);

/** What a sample's analysis counts and measures, without how its gates are called. */
const numbersOf = ({ populations }: SampleAnalysis) => populations.map(({ gate: _, ...numbers }) => numbers);

describe('a sample of a session', () => {
  it('is analysed as by its protocol, but for the gate that a person placed in it', async () => {
    const history = commitAll([
      { type: 'protocol/replace', protocol: shipped },
      { type: 'sample/add', samples: [sample] },
    ]);
    const plain = await analyseSample(source, shipped, host);
    const named = await analyseSample(source, protocolOf(history.present, sample), host);
    expect(numbersOf(named)).toEqual(numbersOf(plain));

    const lymphocytes = indexStrategy(history.present.protocol.strategy).populations.find(({ node }) => node.role === 'lymphocytes');
    const vertices: [number, number][] = [
      [0.15, 0],
      [0.6, 0],
      [0.6, 0.5],
      [0.15, 0.5],
    ];
    const { present } = commitAll(
      [
        {
          type: 'gate/change',
          gate: lymphocytes?.gate.id ?? '',
          to: { kind: 'polygon', vertices },
          scope: { sample: sample.id, reason: 'large blasts' },
        },
      ],
      history,
    );
    const placed = await analyseSample(source, protocolOf(present, sample), host);
    const path = lymphocytes?.path ?? '';
    expect([...strategyOf(present, sample).overriddenPopulations.keys()]).toEqual([path]);
    const population = placed.populations.find((candidate) => candidate.path === path);
    expect(population?.gate).toMatchObject({ dimensions: ['FSC', 'SSC'], gate: { kind: 'polygon', vertices } });
    expect(population?.gate?.automatic).toBeUndefined();
    expect(placed.populations.map((candidate) => candidate.path)).toEqual(plain.populations.map((candidate) => candidate.path));
    const above = (analysis: typeof plain) => numbersOf(analysis).filter((candidate) => path.startsWith(`${candidate.path}/`));
    expect(above(placed)).toEqual(above(plain));
  });
});
