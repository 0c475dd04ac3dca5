import { expect, test } from 'vitest';
import type { Scene, SceneKind } from '../../../test-data/scenes/scene.ts';
import { sceneKinds } from '../../../test-data/scenes/scene.ts';
import { simulateScene } from '../../../test-data/scenes/simulate-scene.ts';

const plain: Scene = { cells: { culture: 'resting-blood' }, instrument: 'modern' };
const simulate = (scene: Partial<Scene>, events = 4000) => {
  const { content, truth } = simulateScene({ ...plain, ...scene }, 1, events);
  const values = (name: string, kind?: SceneKind): number[] => {
    const at = content.channels.findIndex((channel) => channel.name === name || channel.marker === name);
    return Array.from(content.columns[at]!, Number).filter((_, event) => kind === undefined || sceneKinds[truth.kind[event]!] === kind);
  };
  return { content, truth, values };
};
const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;
const shareOf = (values: readonly number[], is: (value: number) => boolean): number => values.filter(is).length / values.length;

test('the same scene gives the same bytes, and its truth counts every event', () => {
  const [once, again] = [simulate({}), simulate({})];
  expect(again.content.columns).toEqual(once.content.columns);
  expect(Object.values(once.truth.counts).reduce((sum, count) => sum + count)).toBe(4000);
  expect(Object.values(once.truth.drawn).reduce((sum, share) => sum + share)).toBeCloseTo(100);
});

test('monocytes take up dye between live lymphocytes and dead cells', () => {
  const { values } = simulate({ panel: 'basic', monocytes: { dye: 2500, glow: 8, cd56: 500 } });
  const [live, monocytes, dead] = (['t', 'monocyte', 'dead'] as const).map((kind) => median(values('Viability', kind)));
  expect(monocytes! / live!).toBeGreaterThan(5);
  expect(dead! / monocytes!).toBeGreaterThan(5);
  expect(median(values('CD56', 'monocyte'))).toBeGreaterThan(2 * median(values('CD56', 'neither')));
});

test('doublets, monocytes and aggregates reach the end of the scale', () => {
  const { values } = simulate({ scatter: { forward: 1.9, side: 2.6 } });
  expect(shareOf(values('FSC-A', 'doublet'), (value) => value === 262_143)).toBeGreaterThan(0.4);
  expect(shareOf(values('SSC-A', 'monocyte'), (value) => value === 262_143)).toBeGreaterThan(0.3);
  const piled = simulate({ offScale: { percent: 15, axes: 'both' } });
  expect(piled.truth.counts['off-scale'] / 4000).toBeCloseTo(0.15, 1);
  for (const name of ['FSC-A', 'SSC-A']) expect(new Set(piled.values(name, 'off-scale'))).toEqual(new Set([262_143]));
});

test.each([
  [1.5, 1],
  [4, 10],
  [8, 1],
])('NK cells stand %s standard deviations above negatives at gain %s', (separation, gain) => {
  const { values } = simulate(
    { panel: 'basic', dimCd56: { separation, bright: 0 }, setting: { range: 2 ** 18, gains: { CD56: gain } } },
    40_000,
  );
  const negatives = values('CD56', 'neither').toSorted((a, b) => a - b);
  const at = (p: number) => negatives[Math.floor(p * negatives.length)]!;
  const measured = (median(values('CD56', 'nk')) - at(0.5)) / ((at(0.84) - at(0.16)) / 2);
  expect(measured).toBeGreaterThan(0.8 * separation);
  expect(measured).toBeLessThan(1.25 * separation);
});

test('red cells outnumber the others in unlysed blood alone', () => {
  expect(simulate({ cells: { blood: 'lysed' } }).truth.counts.erythrocyte).toBe(0);
  const { counts } = simulate({ cells: { blood: 'unlysed' } }).truth;
  expect(counts.erythrocyte).toBeGreaterThan(2000);
  expect(counts.granulocyte).toBeGreaterThan(counts.t);
});

test('what other gates took out is not there', () => {
  const { counts } = simulate({ pregated: 'lymphocytes' }).truth;
  expect([counts.debris, counts.dead, counts.doublet, counts.monocyte]).toEqual([0, 0, 0, 0]);
  const live = simulate({ pregated: 'live' }).truth.counts;
  expect([live.debris, live.dead]).toEqual([0, 0]);
  expect(Math.min(live.monocyte, live.doublet)).toBeGreaterThan(0);
});

test('a mass cytometer counts no ion where nothing binds, and has no scatter', () => {
  const { content, values } = simulate({ instrument: 'mass' });
  expect(content.channels.map(({ name }) => name).join()).not.toMatch(/FSC|SSC/);
  expect(shareOf(values('170Er_CD3', 'nk'), (value) => value === 0)).toBeGreaterThan(0.6);
  expect(shareOf(values('170Er_CD3', 't'), (value) => value === 0)).toBe(0);
});

test('a gain moves the light of its detector, and the range all of it', () => {
  const [one, amplified, wide] = [
    simulate({ panel: 'basic' }),
    simulate({ panel: 'basic', setting: { range: 2 ** 18, gains: { CD3: 3 } } }),
    simulate({ panel: 'basic', setting: { range: 2 ** 22 } }),
  ].map(({ values }) => median(values('CD3', 't')));
  expect(amplified! / one!).toBeCloseTo(3, 1);
  expect(wide! / one!).toBeCloseTo(16, 1);
});
