import { activate, growBlast } from './activation.ts';
import { type Cell, marks } from './cell.ts';
import type { Lot } from './lot.ts';
import { background, markers, type Population } from './populations.ts';
import type { Random } from './random.ts';

/** A resting lymphocyte on the modern analyser's scale; spreads in decades. */
export const lymphocyte = { forward: 68_000, forwardSpread: 0.035, side: 38_000, sideSpread: 0.07 };
const at = (marker: (typeof markers)[number]): number => markers.indexOf(marker);

/** Draws a cell of a population into `cell`. */
export function drawCell(cell: Cell, population: Population, lot: Lot, random: Random): void {
  const size = random.normal();
  cell.forward = lymphocyte.forward * (population.forward ?? 1) * Math.exp(Math.LN10 * lymphocyte.forwardSpread * size);
  // Larger cells scatter a little more to the side, too.
  const sideDraw = 0.35 * size + 0.94 * random.normal();
  cell.side = lymphocyte.side * (population.side ?? 1) * Math.exp(Math.LN10 * lymphocyte.sideSpread * sideDraw);
  cell.glow = random.around(population.autofluorescence ?? 1, 0.06);
  cell.marks = 0;
  cell.dead = false;
  for (const [index, marker] of markers.entries()) {
    const [log10, spread] = population.levels[marker] ?? background;
    cell.signals[index] = random.around(Math.exp(Math.LN10 * log10), spread);
  }
  const dye = population.levels.Viability;
  cell.signals[at('Viability')] = dye === undefined ? random.around(160, 0.2) : random.around(Math.exp(Math.LN10 * dye[0]), dye[1]);
  if (population.levels.CD4 && population.quarter === 't') cell.marks |= marks.cd4;
  if (population.levels.CD8) cell.marks |= marks.cd8;
  drawOccasionalMarkers(cell, population, random);
  activate(cell, population, lot, random);
  growBlast(cell, population, lot, random);
}

function drawOccasionalMarkers(cell: Cell, population: Population, random: Random): void {
  let draw = random.uniform();
  for (const { marker, share, level } of population.sometimes ?? []) {
    draw -= share;
    if (draw >= 0) continue;
    cell.signals[at(marker)] = random.around(Math.exp(Math.LN10 * level[0]), level[1]);
    cell.marks |= marker === 'CD4' ? marks.cd4 : marks.cd8;
    return;
  }
}
