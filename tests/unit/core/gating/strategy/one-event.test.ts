import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from '../../../../../core/data/events/channel.ts';
import type { RawColumn } from '../../../../../core/data/events/event-table.ts';
import { openSampleColumns } from '../../../../../core/data/events/sample-columns.ts';
import { createMemoryPool } from '../../../../../core/data/memory/memory-pool.ts';
import { chooseTransform } from '../../../../../core/data/transforms/choose.ts';
import { compileTransform } from '../../../../../core/data/transforms/transforms.ts';
import { channelFacts } from '../../../../../core/gating/strategy/channel-facts.ts';
import { scaleFindings } from '../../../../../core/gating/strategy/scale-findings.ts';
import { seedRandom } from '../../../../../test-data/random.ts';

const pool = createMemoryPool(2 ** 28);

/** Half noise about zero, half positive. */
function dye(events: number, seed: number, stored: (signal: number) => number = (signal) => signal): Float64Array {
  const random = seedRandom(seed);
  return Float64Array.from({ length: events }, () => stored(random.chance(0.5) ? 200 * random.normal() : random.around(9000, 0.15)));
}

function scaleOf(values: Float64Array, range: number, name = 'PE-A') {
  const channel: Channel = { index: 1, name, bits: 64, range, detail: {} };
  const shard = { firstEvent: 0, eventCount: values.length, columns: [values as RawColumn], arena: pool.acquire(1) };
  const columns = openSampleColumns({ eventCount: values.length, shards: [shard], release: () => undefined }, [channel], undefined, pool);
  const facts = channelFacts([{ channel, compensated: false }], columns)[0]!;
  const transform = chooseTransform(facts);
  const findings = scaleFindings(channel, facts, transform, columns);
  shard.arena.release();
  return { transform, findings };
}

describe('one event never sets a scale', () => {
  const wild = fc.oneof(
    fc.constantFrom(3e38, -3e38, 1e9, -1e9, 1e308, -1e308, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, 5e-324),
    fc.double({ noNaN: true }),
  );
  const ranges = fc.constantFrom(262_144, 1024, 10, 4_194_304, 1e9);

  it('whatever its value, of a dye or of scatter, whatever range is stated', () => {
    fc.assert(
      fc.property(wild, fc.nat(1999), ranges, fc.constantFrom('PE-A', 'FSC-A'), fc.nat(20), (value, at, range, name, seed) => {
        const values = dye(2000, seed);
        const usual = scaleOf(values, range, name);
        const changed = values.slice();
        changed[at] = value;
        const { transform } = scaleOf(changed, range, name);
        const [before, after] = [usual.transform, transform].map((of) => compileTransform(of));
        expect(transform.kind).toBe(usual.transform.kind);
        for (const signal of [-300, 0, 300, 3000, 9000, 30_000])
          expect(Math.abs(after!.scale(signal) - before!.scale(signal))).toBeLessThan(0.02);
      }),
    );
  });

  it('nor do many that lie a thousand times beyond the range, if nearly all keep to it', () => {
    const values = dye(2000, 3);
    const usual = scaleOf(values, 262_144).transform;
    for (let event = 0; event < 80; event++) values[event * 25] = 1e12;
    expect(scaleOf(values, 262_144).transform).toMatchObject({ kind: usual.kind, T: 262_144 });
  });

  it('but is counted', () => {
    const values = dye(2000, 1);
    expect(scaleOf(values, 262_144).findings).toEqual([]);
    values[7] = 3e38;
    values[9] = -1e9;
    expect(scaleOf(values, 262_144).findings).toMatchObject([
      { code: 'beyond-scale', values: { channel: 'PE-A', count: 2, top: 262_144 } },
    ]);
  });

  it('a range that no instrument has is no scale', () => {
    expect(scaleOf(dye(2000, 1), 1e9).transform).toMatchObject({ T: 262_144 });
    expect(scaleOf(dye(2000, 1), Number.POSITIVE_INFINITY).transform).toMatchObject({ T: 262_144 });
  });

  it('and a channel without any number has one', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 0, 1e308])
      expect(() => compileTransform(scaleOf(new Float64Array(100).fill(value), 262_144).transform)).not.toThrow();
  });
});

describe('logarithms that were stored', () => {
  const logs: readonly (readonly [string, (signal: number) => number])[] = [
    ['log10', (signal) => Math.log10(Math.max(signal, 1))],
    ['log10 from a tenth', (signal) => Math.log10(Math.max(signal, 0.1))],
    ['log10 of one more', (signal) => Math.log10(Math.max(signal, 0) + 1)],
    ['ln', (signal) => Math.log(Math.max(signal, 1))],
    ['log2', (signal) => Math.log2(Math.max(signal, 1))],
    ['channels', (signal) => 1000 * Math.log10(Math.max(signal, 1))],
  ];
  it.each(logs)('%s: the noise is one peak again', (_, stored) => {
    const { transform, findings } = scaleOf(dye(5000, 3, stored), 262_144);
    expect(transform.kind).toBe('stored-log');
    expect(findings).toMatchObject([{ code: 'stored-logarithms', kind: 'guess' }]);
    const { scale } = compileTransform(transform);
    // from the pile to far in the noise it is a fifth of the way to the positive cells
    const [floor, noise, positive] = [-200, 200, 9000].map((signal) => scale(stored(signal)));
    expect((noise! - floor!) / (positive! - floor!)).toBeLessThan(0.35);
  });

  it.each([
    ['arcsinh', (signal: number) => Math.asinh(signal / 150)],
    ['arcsinh of what is above 0', (signal: number) => Math.asinh(Math.max(0, signal) / 150)],
    ['cut off at 0', (signal: number) => Math.max(0, signal)],
    ['as measured', (signal: number) => signal],
    ['zeros beside positive cells', (signal: number) => (signal < 1000 ? 0 : signal)],
  ])('%s are none', (_, stored) => expect(scaleOf(dye(5000, 3, stored), 262_144).transform.kind).not.toBe('stored-log'));
});
