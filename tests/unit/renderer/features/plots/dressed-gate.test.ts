import { expect, it } from 'vitest';
import { usualLabels } from '../../../../../core/study/arrangement/looks.ts';
import { dressedGate } from '../../../../../renderer/features/plots/dressed-gate.ts';
import { messages } from '../../../../../renderer/features/plots/messages.ts';
import type { TileGate } from '../../../../../renderer/features/plots/tile-gates.ts';
import { translator } from '../../../../../renderer/messages/language.ts';

const population = { path: 'Box', name: 'Box', gate: { id: 'box', part: 0 } };
const gate = (isFew: boolean) =>
  ({
    id: 'box',
    populations: [population],
    numbers: [{ ...population, count: 3, percentOfParent: 60, percentOfTotal: 1 }],
    isFew,
    isForeign: false,
    plotGate: { gate: { kind: 'rectangle', ranges: [{}, {}] }, populations: [{ name: 'Box', percentOfParent: 60 }] },
  }) as unknown as TileGate;

it('says in figures and on pages what the screen says: no percentage of too few events, else what was chosen', () => {
  const en = translator(messages, 'en');
  expect(dressedGate(gate(true), { labels: usualLabels }, en).populations[0]).toMatchObject({ instead: 'too few' });
  expect(dressedGate(gate(true), { labels: usualLabels }, translator(messages, 'ja')).populations[0]).toMatchObject({
    instead: 'イベント不足',
  });
  expect(dressedGate(gate(false), { labels: usualLabels }, en).populations[0]?.instead).toContain('60');
  expect(dressedGate(gate(false), { labels: ['count'] }, en).populations[0]).toMatchObject({ instead: '3' });
  const looks = [{ gate: 'box', part: 0, colour: '#f0e442', label: { x: 0.1, y: 0.2 } }];
  const dressed = dressedGate(gate(false), { looks, labels: usualLabels }, en);
  expect(dressed.colour).toBe('#f0e442');
  expect(dressed.populations[0]?.moved).toEqual({ x: 0.1, y: 0.2 });
});
