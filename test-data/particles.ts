import type { Cell } from './cell.ts';
import { markers } from './populations.ts';
import type { Random } from './random.ts';

const cd3 = markers.indexOf('CD3');
const cd45 = markers.indexOf('CD45');
const viability = markers.indexOf('Viability');

/** Turns a cell into a dead one: dye floods in, every antibody sticks, it shrinks and its inside grows rough. */
export function kill(cell: Cell, random: Random): void {
  cell.dead = true;
  cell.forward *= random.between(0.4, 0.78);
  cell.side *= random.between(0.9, 1.7);
  cell.glow *= random.between(1.5, 3);
  const sticky = random.around(500, 0.3);
  for (let index = 0; index < cell.signals.length; index++) cell.signals[index] = cell.signals[index]! * 0.8 + random.around(sticky, 0.2);
  cell.signals[cd3]! *= random.between(0.5, 1);
  cell.signals[viability] = random.around(36_000, 0.17);
}

/** Platelets, red cells and fragments: small, glowing little, some with shreds of stained membrane. */
export function drawDebris(cell: Cell, random: Random): void {
  const size = random.exponential(9_000);
  cell.forward = 4_000 + size;
  cell.side = random.around(2_500 + 0.35 * size, 0.22);
  cell.glow = random.around(0.3, 0.15);
  cell.marks = 0;
  cell.dead = false;
  const shred = random.chance(0.35) ? random.around(0.05, 0.35) : 0.003;
  for (let index = 0; index < cell.signals.length; index++) cell.signals[index] = random.around(10, 0.3);
  cell.signals[cd45] = random.around(40_000 * shred, 0.2);
  cell.signals[cd3] = random.chance(0.5) ? random.around(20_000 * shred, 0.2) : 10;
  cell.signals[viability] = random.chance(0.3) ? random.around(3_000, 0.4) : random.around(100, 0.3);
}
