import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseSample, type Host } from '../../../../../core/analyse.ts';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import { encodeFcs } from '../../../../../core/data/fcs/write/write.ts';
import type { FcsContent } from '../../../../../core/data/fcs/write/write-content.ts';
import { aroundTCells } from '../../../../../core/gating/automatic/around-t-cells/around-t-cells.ts';
import { parseProtocol } from '../../../../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../../../../core/study/sample/sample-analysis.ts';
import { createPool, createSha256 } from '../../../../../headless/host/host.ts';
import { type Blood, usualBlood } from '../../../../../test-data/blood.ts';
import { type BloodTruth, simulateBlood } from '../../../../../test-data/simulate-blood.ts';
import { stepInput } from './support-steps.ts';

const host: Host = { pool: createPool(), createHash: createSha256, software: '0', protocolSha256: '' };
const shipped = (name: string) =>
  parseProtocol(readFileSync(new URL(`../../../../../core/study/protocol/${name}.json`, import.meta.url), 'utf8'));
const protocols = { tbnk: shipped('tbnk'), 'nk-t': shipped('nk-t') };

const { lymphocytes, leukocytes } = usualBlood;
const mononuclear = { monocyte: 15, neutrophil: 0, eosinophil: 0, basophil: 0 };
const bloods: Readonly<Record<string, Partial<Blood>>> = {
  usual: {},
  'no granulocytes': { leukocytes: mononuclear },
  'lymphocytes alone': { leukocytes: { ...mononuclear, monocyte: 0 }, debris: 2, beads: 0 },
  'many neutrophils': { leukocytes: { monocyte: 6, neutrophil: 84, eosinophil: 2, basophil: 0.5 } },
  'many eosinophils': { leukocytes: { ...leukocytes, neutrophil: 40, eosinophil: 25 } },
  'many monocytes': { leukocytes: { ...leukocytes, monocyte: 30, neutrophil: 35 } },
  'badly lysed': { debris: 60 },
  'half beads': { beads: 50, debris: 5 },
  'no beads': { beads: 0 },
  'few NK cells': { lymphocytes: { ...lymphocytes, nk: 2 } },
  'many NK cells': { lymphocytes: { ...lymphocytes, nk: 45 } },
  'few T cells': { lymphocytes: { ...lymphocytes, 'cd4-t': 3, 'cd8-t': 3, 'other-t': 1, 'nkt-like': 1, nk: 70 } },
  'many B cells': { lymphocytes: { ...lymphocytes, b: 50 } },
  'many doublets': { doublets: 8 },
};

const analyse = (protocol: keyof typeof protocols, content: readonly FcsContent[]): Promise<SampleAnalysis> =>
  analyseSample(bytesSource('tube.fcs', encodeFcs([...content])), protocols[protocol], host);

/** Points of lymphocytes by which the counts of a role miss the truth. */
function misses({ populations }: SampleAnalysis, { percent }: BloodTruth): Readonly<Record<string, number>> {
  const countOf = (role: string) => populations.find((one) => one.role === role)?.count ?? Number.NaN;
  const off = (role: string, truth: number) => (100 * countOf(role)) / countOf('lymphocytes') - truth;
  return {
    ...{ nk: off('nk', percent.nk), t: off('t', percent.t), b: off('b', percent.b) },
    ...{ cd4: off('cd4-t', percent.cd4), cd8: off('cd8-t', percent.cd8) },
  };
}

const worstOf = (off: Readonly<Record<string, number>>) => Math.max(...Object.values(off).map((points) => Math.abs(points)));

describe('a TBNK tube of lysed blood', () => {
  const cases = Object.entries(bloods).flatMap(([name, blood], i) =>
    [1, 2].map((turn): [string, number, Partial<Blood>] => [name, 100 * turn + i, blood]),
  );
  it.each(cases)('%s (seed %i): NK, T, B, CD4 and CD8 are within two points of lymphocytes, by either protocol', async (_, seed, blood) => {
    const { content, truth } = simulateBlood({ seed, events: 20_000, blood });
    for (const protocol of ['tbnk', 'nk-t'] as const) {
      const result = await analyse(protocol, content);
      expect(result.populations.find(({ role }) => role === 'lymphocytes')?.gate?.automatic?.step).toBe('around-t-cells');
      expect([protocol, misses(result, truth)]).toSatisfy(([, off]) => worstOf(off) < 2);
      expect(result.findings.map(({ code }) => code)).toContain('combined-marker');
    }
  });

  /** The same light on another scale, as another voltage gives it. */
  const scaled = (content: readonly FcsContent[], name: RegExp, by: number): readonly FcsContent[] =>
    content.map((dataset) => ({
      ...dataset,
      columns: dataset.columns.map((column, i) =>
        name.test(dataset.channels[i]!.name)
          ? Float32Array.from(column as ArrayLike<number>, (value) => Math.min(262_143, by * value))
          : column,
      ),
    }));
  it.each([0.05, 0.2, 2.5])('is right at %d times the side scatter', async (by) => {
    const { content, truth } = simulateBlood({ seed: 7, events: 20_000 });
    expect(worstOf(misses(await analyse('tbnk', scaled(content, /^SSC/, by)), truth))).toBeLessThan(2);
  });
  it('is no green light where other cells are piled up beside the lymphocytes', async () => {
    const { content } = simulateBlood({ seed: 7, events: 20_000 });
    const result = await analyse('tbnk', scaled(content, /^SSC/, 5));
    expect(result.populations.find(({ role }) => role === 'lymphocytes')?.gate?.automatic?.light).not.toBe('green');
  });
  it('counts no CD56 bright cells and no CD16+ cells in a colour of both', async () => {
    const { content } = simulateBlood({ seed: 9, events: 20_000 });
    const { populations } = await analyse('nk-t', content);
    expect(populations.filter(({ role }) => role === 'cd56-bright-nk' || role === 'cd16-nk')).toEqual([]);
  });
});

describe('lymphocytes around the T cells', () => {
  it('are refused where there are no T cells', () => {
    const column = Float64Array.from({ length: 50 }, (_, i) => i / 50);
    const { light } = aroundTCells.place(aroundTCells.usual, stepInput([column, column, column]));
    expect(light).toBe('red');
  });
});
