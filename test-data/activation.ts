import { type Cell, marks } from './cell.ts';
import type { Lot } from './lot.ts';
import { type Level, markers, type Population } from './populations.ts';
import type { Random } from './random.ts';

const levels = { CD69: [3.9, 0.22], 'HLA-DR': [4.0, 0.25], CD16: [4.25, 0.2] } as const satisfies { readonly [marker: string]: Level };
const cd56 = markers.indexOf('CD56');
const cd16 = markers.indexOf('CD16');

function lift(cell: Cell, marker: keyof typeof levels, mark: number, random: Random): void {
  const [log10, spread] = levels[marker];
  cell.signals[markers.indexOf(marker)] = random.around(Math.exp(Math.LN10 * log10), spread);
  cell.marks |= mark;
}

/** What a culture does to the surface: CD69 and HLA-DR come, CD56 of NK cells rises, CD16 is shed. */
export function activate(cell: Cell, population: Population, lot: Lot, random: Random): void {
  if (population.quarter === 'nk') activateNk(cell, population, lot, random);
  if (population.quarter === 't' || population.quarter === 'nkt-like') {
    // T cells keep CD69 for a shorter time than NK cells under IL-2.
    if (random.chance((lot.cd69 / 100) * 0.4)) lift(cell, 'CD69', marks.cd69, random);
    if (random.chance(lot.hlaDr / 100)) lift(cell, 'HLA-DR', marks.hlaDr, random);
  }
  if (population.levels['HLA-DR']) cell.marks |= marks.hlaDr;
}

function activateNk(cell: Cell, population: Population, lot: Lot, random: Random): void {
  const dim = population.name === 'nk-cd56dim';
  // In culture the dim cells rise towards the bright ones, which have little room left, and the two run together.
  const grown = lot.cd56Gain - 1;
  cell.signals[cd56]! *= dim ? random.around(lot.cd56Gain, 0.1 * Math.min(1, grown)) : 1 - 0.2 * Math.min(1, grown);
  // The bright subset carries CD16 only where a lot has more CD16 than its dim cells can bear.
  const wanted = lot.cd16 / 100;
  const bright = lot.cd56bright / 100;
  const share = dim ? Math.min(1, wanted / (1 - bright)) : Math.max(0, wanted - (1 - bright)) / bright;
  if (random.chance(share)) lift(cell, 'CD16', marks.cd16, random);
  else if (dim) cell.signals[cd16]! *= Math.exp(random.between(-5.5, -2.2));
  if (random.chance(lot.cd69 / 100)) lift(cell, 'CD69', marks.cd69, random);
  if (random.chance((lot.hlaDr / 100) * 0.8)) lift(cell, 'HLA-DR', marks.hlaDr, random);
}

/** Activated cells swell: FSC by 1.2 to 1.5, SSC by 1.1 to 1.4, and they glow with their volume. */
export function growBlast(cell: Cell, population: Population, lot: Lot, random: Random): void {
  if (population.quarter === 'monocyte') return;
  const share = population.quarter === 'nk' ? lot.nkBlasts : lot.tBlasts;
  const growing = random.chance(share / 100);
  // Where blasts are few the others have grown, too, so that the median reaches the lot's blast ratio.
  const most = share > 50;
  const factor = growing ? random.between(1.2, 1.5) * (most ? lot.blast / 1.33 : 1) : 1 + (lot.blast - 1) * (most ? 0.2 : 0.4);
  cell.forward *= factor;
  cell.side *= growing ? random.between(1.1, 1.4) : 1;
  cell.glow *= growing ? factor * factor : 1;
  if (growing) cell.marks |= marks.blast;
}
