import fc from 'fast-check';
import { expect, it } from 'vitest';
import { classify } from '../../core/biology/classification/classify.ts';
import type { Features } from '../../core/biology/features/feature.ts';
import { type FeatureId, fromLotScale, markerIds, onLotScale } from '../../core/biology/features/feature-kinds.ts';
import type { Figure } from '../../core/biology/profiles/profile.ts';
import { classifier, featuresOf, type Values } from '../unit/core/biology/classification/made-features.ts';

const profiles = classifier.profiles!.methods.filter(({ active }) => active);
const compositionIds = ['nk', 'nkt-like', 't', 'double-negative'] as const;
const noise = fc.double({ min: -1.6, max: 1.6, noNaN: true });

/** A lot anywhere on the way between two profiles and beyond their ranges: near them, and on the borders where calls change. */
const values: fc.Arbitrary<Values> = fc
  .tuple(
    fc.constantFrom(...profiles),
    fc.constantFrom(...profiles),
    fc.constantFrom(0, 0, 0.25, 0.4, 0.5),
    fc.array(noise, { minLength: 16, maxLength: 16 }),
  )
  .map(([a, b, way, noises]) => {
    const drawn = (id: FeatureId, of: Figure, to: Figure, at: number): number => {
      const reach = ((onLotScale(id, of.high) - onLotScale(id, of.low)) / 3.3) * noises[at]!;
      return fromLotScale(id, (1 - way) * onLotScale(id, of.typical) + way * onLotScale(id, to.typical) + reach);
    };
    const parts = compositionIds.map((id, i) => drawn(id, a.composition![id], b.composition![id], i));
    const sum = parts.reduce((total, part) => total + part, 0);
    const [nk, nkt, t, dn] = parts.map((part) => (100 * part) / sum) as [number, number, number, number];
    const markers = markerIds.flatMap((id, i) => {
      const [one, other] = [a.markers[id], b.markers[id]];
      return one && other ? [[id, drawn(id, one, other, i + 4)] as const] : [];
    });
    return { nk, 'nkt-like': nkt, t, 'double-negative': dn, cd3: nkt + t, ...Object.fromEntries(markers) };
  });
const groupOf = (features: Features) => classify(classifier, features).group;
const agree = (a: string, b: string) => a === 'indeterminate' || b === 'indeterminate' || a === b;
const runs = { numRuns: 2000 };

it('a marker less opens a call or keeps it: never another one', () => {
  let called = 0;
  fc.assert(
    fc.property(values, fc.subarray([...markerIds], { minLength: 1 }), (of, removed) => {
      const whole = featuresOf(of);
      const fewer = new Map([...whole].filter(([id]) => !removed.includes(id as never)));
      const before = classify(classifier, whole);
      const after = classify(classifier, fewer);
      if (before.group !== 'indeterminate') called++;
      expect(agree(before.group, after.group)).toBe(true);
      expect(agree(before.method, after.method) || before.group !== after.group).toBe(true);
    }),
    runs,
  );
  expect(called).toBeGreaterThan(runs.numRuns / 5);
});

it('half of the events, drawn anew, open a call or keep it', () => {
  fc.assert(
    fc.property(values, fc.integer({ min: 1000, max: 20_000 }), fc.double({ min: -1, max: 1, noNaN: true }), (of, events, luck) => {
      // what counting does to a part of half as many events, all parts moved by the same luck
      const moved = { ...of };
      for (const id of ['nk', 'nkt-like'] as const) {
        const p = (of[id] ?? 0) / 100;
        moved[id] = Math.max(0, (of[id] ?? 0) + 100 * luck * Math.sqrt((p * (1 - p)) / events));
      }
      const t = Math.max(0, 100 - (moved.nk ?? 0) - (moved['nkt-like'] ?? 0) - (of['double-negative'] ?? 0));
      const thinned = { ...moved, t, cd3: t + (moved['nkt-like'] ?? 0) };
      expect(agree(groupOf(featuresOf(of, events)), groupOf(featuresOf(thinned, events / 2)))).toBe(true);
    }),
    runs,
  );
});

it('a gate moved by its uncertainty opens a call or keeps it', () => {
  fc.assert(
    fc.property(
      values,
      fc.double({ min: 0.1, max: 3, noNaN: true }),
      fc.constantFrom(-1, 1),
      fc.constantFrom('nk', 'nkt-like'),
      (of, gate, side, part) => {
        const taken = Math.max(-(of[part] ?? 0), Math.min(side * gate, part === 'nk' ? (of['double-negative'] ?? 0) : (of.t ?? 0)));
        const from = part === 'nk' ? 'double-negative' : 't';
        const moved = { ...of, [part]: (of[part] ?? 0) + taken, [from]: (of[from] ?? 0) - taken };
        expect(agree(groupOf(featuresOf(of, 20_000, gate)), groupOf(featuresOf(moved, 20_000, gate)))).toBe(true);
      },
    ),
    runs,
  );
});
