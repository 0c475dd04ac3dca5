import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Gate } from '../../../../../core/gating/gates/gates.ts';
import { type Compared, FEWEST_PEERS, gateDistances, peersByRole } from '../../../../../core/study/review/gate-distance.ts';
import { type GateFacts, gateFacts, reviewableGates } from '../../../../../core/study/review/gate-facts.ts';
import { inOrder } from '../../../../../core/study/review/review-order.ts';
import { seedRandom } from '../../../../../test-data/random.ts';
import { analysisOf } from './review-support.ts';

interface Sample extends Compared {
  readonly role: string;
}

const sample = (id: string, at: number, count: number, role = 'sample'): Sample => ({
  id,
  role,
  facts: gateFacts(analysisOf({ kind: 'rectangle', ranges: [{ min: at }] }, 10_000, count), { population: 'Cells/T' }),
});

/** The definition once more, in the plainest words: no helper of the product. */
function plainDistance(samples: readonly Sample[], id: string): number | undefined {
  const self = samples.find((one) => one.id === id);
  const group = samples.filter((one) => one.role === self?.role);
  if (self?.facts === undefined || group.length - 1 < 5) return undefined;
  const middle = (values: readonly number[]): number => {
    const sorted = [...values].sort((a, b) => a - b);
    const half = sorted.length / 2;
    return Number.isInteger(half) ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
  };
  const apart = (values: readonly number[], own: number, least: number, counting: number): number => {
    const center = middle(values);
    const deviation = Math.max(least, 1.4826 * middle(values.map((value) => Math.abs(value - center))));
    return Math.abs(own - center) / Math.sqrt(deviation ** 2 + counting);
  };
  const angle = ({ shares: [share] }: GateFacts): number => Math.acos(1 - (2 * share!.count) / share!.parentCount) / 2;
  const [share] = self.facts.shares;
  const counting = 1 / (4 * share!.parentCount);
  const facts = group.flatMap((one) => one.facts ?? []);
  return Math.hypot(
    apart(
      facts.map(({ places: [place] }) => place!.position),
      self.facts.places[0]!.position,
      0.01,
      0,
    ),
    apart(facts.map(angle), angle(self.facts), 0.02, counting),
  );
}

describe('the distance of a gate from its peers', () => {
  it('is that of a second definition, whatever the samples', () => {
    const one = fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      count: fc.nat(10_000),
      role: fc.constantFrom('sample', 'fmo'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 40 }), (drawn) => {
        const samples = drawn.map(({ at, count, role }, i) => sample(`s${i}`, at, count, role));
        const found = gateDistances(samples, peersByRole);
        expect(found.size).toBe(samples.length);
        for (const { id } of samples) {
          const expected = plainDistance(samples, id);
          if (expected === undefined) expect(found.get(id)?.distance).toBeUndefined();
          else expect(found.get(id)?.distance).toBeCloseTo(expected, 8);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is not given with fewer than five others, and says so', () => {
    const few = Array.from({ length: FEWEST_PEERS }, (_, i) => sample(`s${i}`, 0.5, 3000));
    expect(gateDistances(few, peersByRole).get('s0')).toEqual({
      ...{ peers: 4, distance: undefined, gate: undefined, share: undefined },
      reasons: [{ kind: 'few-peers', peers: 4 }],
    });
    const enough = [...few, sample('s5', 0.5, 3000)];
    expect(gateDistances(enough, peersByRole).get('s0')?.distance).toBe(0);
  });

  it('says of a gate that stands elsewhere which bound, and of a percentage which population', () => {
    const usual = Array.from({ length: 20 }, (_, i) => sample(`s${i}`, 0.5 + (i % 3) / 500, 3000 + 10 * i));
    const found = gateDistances([...usual, sample('moved', 0.7, 3000), sample('few', 0.5, 30)], peersByRole);
    expect(found.get('moved')?.reasons[0]).toMatchObject({ kind: 'place', place: { dimension: 'CD3', of: 'min' } });
    expect(found.get('moved')?.reasons[0]).toHaveProperty(
      'z',
      expect.toSatisfy((z: number) => z > 15),
    );
    expect(found.get('few')?.reasons[0]).toMatchObject({ kind: 'share', path: 'Cells/T', percent: 0.3 });
    expect(found.get('s3')?.distance).toBeLessThan(3);
  });

  it('compares only percentages where the gate is of another kind', () => {
    const usual = Array.from({ length: 9 }, (_, i) => sample(`s${i}`, 0.5, 3000));
    const polygon: Gate = {
      kind: 'polygon',
      vertices: [
        [0.5, 0],
        [1, 0],
        [1, 1],
      ],
    };
    const other: Sample = {
      id: 'other',
      role: 'sample',
      facts: gateFacts(analysisOf(polygon, 10_000, 3000, ['CD3', 'CD56']), { population: 'Cells/T' }),
    };
    const found = gateDistances([...usual, other], peersByRole).get('other');
    expect(found?.reasons[0]).toEqual({ kind: 'other-gate' });
    expect(found).toMatchObject({ gate: undefined, share: 0 });
  });

  it('has no number for a sample without the gate, nor a percentage for one that is held back', () => {
    const usual = Array.from({ length: 9 }, (_, i) => sample(`s${i}`, 0.5, 3000));
    const found = gateDistances([...usual, { id: 'none', role: 'sample', facts: undefined }], peersByRole).get('none');
    expect(found).toMatchObject({ distance: undefined, reasons: [{ kind: 'no-gate' }] });
    const held = gateFacts(analysisOf({ kind: 'rectangle', ranges: [{ min: 0.5 }] }, 10_000, 3000, ['CD3'], 'red'), {
      population: 'Cells/T',
    });
    expect(held).toMatchObject({ light: 'red', shares: [] });
  });
});

describe('300 samples', () => {
  it('have 12 planted faults among the first 24, whatever the others are', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const random = seedRandom(`300 ${seed}`);
        const faults: readonly ((at: number, share: number) => readonly [number, number])[] = [
          (at, share) => [at + 0.12, share],
          (at) => [at, 0.03],
          (at) => [at - 0.3, 0.01],
          (at, share) => [at + 0.15, share * 0.9],
        ];
        const samples = Array.from({ length: 300 }, (_, i) => {
          const [at, share] = [0.5 + 0.015 * random.normal(), 0.68 + 0.07 * random.normal()];
          const fault = i % 25 === 7 ? faults[Math.floor(i / 25) % 4] : undefined;
          const [where, what] = fault?.(at, share) ?? [at, share];
          return { ...sample(`s${i}`, where, Math.round(10_000 * Math.min(0.99, Math.max(0, what)))), fault };
        });
        const distances = gateDistances(samples, peersByRole);
        const far = samples.map((one) => ({
          ...one,
          name: one.id,
          light: undefined,
          change: undefined,
          distance: distances.get(one.id)?.distance,
        }));
        expect(
          inOrder(far, 'distance')
            .slice(0, 24)
            .filter(({ fault }) => fault !== undefined),
        ).toHaveLength(12);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what of a gate is compared', () => {
  it('stands for a polygon in what it spans and where its middle is, whatever its corners', () => {
    const square: Gate = {
      kind: 'polygon',
      vertices: [
        [0.2, 0.2],
        [0.6, 0.2],
        [0.6, 0.6],
        [0.2, 0.6],
      ],
    };
    const more: Gate = {
      kind: 'polygon',
      vertices: [
        [0.6, 0.6],
        [0.2, 0.6],
        [0.2, 0.4],
        [0.2, 0.2],
        [0.6, 0.2],
      ],
    };
    const places = (gate: Gate) => gateFacts(analysisOf(gate, 100, 50, ['CD3', 'CD56']), { population: 'Cells/T' })?.places;
    const rounded = (gate: Gate) => places(gate)?.map(({ id, position }) => [id, Number(position.toFixed(9))]);
    expect(rounded(more)).toEqual(rounded(square));
    expect(rounded(square)).toContainEqual(['0-centre', 0.4]);
  });

  it('lists every gate once, by its first population', () => {
    expect(reviewableGates(analysisOf({ kind: 'rectangle', ranges: [{ min: 0.5 }] }, 100, 50)).map(({ population }) => population)).toEqual(
      ['Cells/T'],
    );
  });
});

describe('the order of a review', () => {
  const of = (name: string, distance?: number, light?: 'red' | 'amber' | 'green', change?: number) => ({ name, distance, light, change });
  const some = [of('b 10', 1, 'green', -5), of('b 2', 1, 'red'), of('c', 9, 'amber', 2), of('a')];
  const names = (by: Parameters<typeof inOrder>[1]) => inOrder(some, by).map(({ name }) => name);

  it('begins with what is to be looked at first', () => {
    expect(names('distance')).toEqual(['c', 'b 2', 'b 10', 'a']);
    expect(names('light')).toEqual(['b 2', 'c', 'b 10', 'a']);
    expect(names('change')).toEqual(['b 10', 'c', 'b 2', 'a']);
    expect(names('name')).toEqual(['a', 'b 2', 'b 10', 'c']);
  });
});

it('peers are of one role and of one group that gates them', () => {
  const of = (id: string, role: string, group?: string) => ({ id, role, ...(group === undefined ? {} : { group }) });
  const peers = peersByRole([of('a', 'fmo'), of('b', 'fmo', 'g1'), of('c', 'fmo'), of('d', 'sample')]);
  expect(peers.map((group) => group.map(({ id }) => id))).toEqual([['a', 'c'], ['b'], ['d']]);
});
