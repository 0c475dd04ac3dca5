import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spillSlope } from '../../../../../core/data/compensation/spill-slope.ts';
import { normal, uniform } from './draw.ts';

interface Cells {
  readonly seed: number;
  /** Shares of T cells, and of NK cells among the others. */
  readonly t: number;
  readonly nk: number;
  /** Of the light of one dye in the channel of the other. */
  readonly spill: number;
  readonly events?: number;
}

/** T and NK cells in two channels, with noise that grows with the light, as detectors have it. */
function cells({ seed, t, nk, spill, events = 6000 }: Cells): readonly [Float64Array, Float64Array] {
  const random = uniform(seed);
  const [cd3, cd56] = [new Float64Array(events), new Float64Array(events)];
  for (let event = 0; event < events; event++) {
    const isT = random() < t;
    const isNk = !isT && random() < nk;
    const [a, b] = [isT ? 9000 * Math.exp(0.4 * normal(random)) : 60, isNk ? 12_000 * Math.exp(0.6 * normal(random)) : 60];
    cd3[event] = a + 60 * normal(random) + 4 * Math.sqrt(Math.abs(a)) * normal(random);
    const light = b + spill * a;
    cd56[event] = light + 60 * normal(random) + 4 * Math.sqrt(Math.abs(light)) * normal(random);
  }
  return [cd3, cd56];
}

const shares = fc.record({
  seed: fc.nat(),
  t: fc.double({ min: 0.06, max: 0.97, noNaN: true }),
  nk: fc.double({ min: 0, max: 0.9, noNaN: true }),
});

describe('the slope of spillover between two markers that exclude each other', () => {
  it('is 0 where nothing spills, whatever the composition', () => {
    fc.assert(
      fc.property(shares, (of) => {
        expect(Math.abs(spillSlope(...cells({ ...of, spill: 0 })))).toBeLessThan(0.03);
      }),
      { numRuns: 60 },
    );
  });

  it('is about what spills', () => {
    fc.assert(
      fc.property(shares, fc.double({ min: 0.08, max: 0.6, noNaN: true }), (of, spill) => {
        const slope = spillSlope(...cells({ ...of, spill }));
        expect(slope).toBeGreaterThan(0.6 * spill);
        expect(slope).toBeLessThan(1.3 * spill);
      }),
      { numRuns: 60 },
    );
  });

  it('is negative where more was taken out than was there', () => {
    const many = shares.map((of) => ({ ...of, t: Math.max(0.15, of.t) }));
    fc.assert(
      fc.property(many, fc.double({ min: 0.15, max: 0.5, noNaN: true }), (of, taken) => {
        expect(spillSlope(...cells({ ...of, spill: -taken }))).toBeLessThan(-0.5 * taken);
      }),
      { numRuns: 40 },
    );
  });

  it('is 0 where cells have both markers: what they have in common rises in a step', () => {
    const random = uniform(7);
    const cd3 = Float64Array.from(
      { length: 6000 },
      (_, i) => (i % 3 === 0 ? 50 : 9000 * Math.exp(0.4 * normal(random))) + 60 * normal(random),
    );
    const cd4 = cd3.map((value) => (value > 1000 ? 5000 * Math.exp(0.3 * normal(random)) : 50));
    expect(spillSlope(cd3, cd4)).toBe(0);
  });

  it('is 0 of few cells that shine in all colours, each in a colour of its own', () => {
    const few = fc.record({
      seed: fc.nat(),
      share: fc.double({ min: 0.01, max: 0.1, noNaN: true }),
      isT: fc.boolean(),
      uneven: fc.double({ min: 0.5, max: 0.6, noNaN: true }),
    });
    // of some thousands one is taken for spillover, by chance: what is withheld then is told
    const slopes = fc.sample(few, 60).map(({ seed, share, isT, uneven }) => {
      const random = uniform(seed);
      const [dark, bright] = cells({ seed, t: 0, nk: isT ? 0.97 : 0, spill: 0 });
      for (let event = 0; event < dark.length; event++)
        if (random() < share) {
          const light = 8000 * Math.exp(0.8 * normal(random));
          dark[event]! += light;
          bright[event]! += light * Math.exp(uneven * normal(random));
        }
      return spillSlope(dark, bright);
    });
    expect(slopes.filter((slope) => slope !== 0).length).toBeLessThanOrEqual(1);
  });

  it('of few events is not told', () => expect(spillSlope(...cells({ seed: 1, t: 0.5, nk: 0.5, spill: 0.3, events: 100 }))).toBe(0));
});
