import { type Cell, emptyCell } from './cell.ts';
import { drawCell } from './draw-cell.ts';
import { type Lot, populationShares } from './lot.ts';
import { drawDebris, kill } from './particles.ts';
import { type Looks, markers, populationNames, populations } from './populations.ts';
import type { Random } from './random.ts';

export const kinds = ['live', 'dead', 'doublet', 'debris'] as const;
const [live, dead, doublet, debris] = [0, 1, 2, 3];
const nobody = 255;

/** Events as they pass the laser, before any detector. Columns, one value an event. */
export interface DrawnEvents {
  readonly count: number;
  readonly forward: Float64Array;
  readonly side: Float64Array;
  /** Height of the pulse where a single cell's is 1 per unit of area. */
  readonly forwardHeight: Float64Array;
  readonly sideHeight: Float64Array;
  readonly glow: Float64Array;
  /** In the order of `markers`. */
  readonly signals: readonly Float64Array[];
  /** Index into `kinds`. */
  readonly kind: Uint8Array;
  /** Index into `populationNames`, `nobody` for debris; of a doublet its first cell. */
  readonly population: Uint8Array;
  /** A doublet's second cell, else `nobody`. */
  readonly partner: Uint8Array;
  readonly marks: Uint8Array;
}

/** Draws events of a lot one after another: each is debris, a cell, or two cells at once. `looks` are the populations' phenotypes. */
export function drawEvents(lot: Lot, count: number, random: Random, looks: Looks = populations): DrawnEvents {
  const column = (): Float64Array => new Float64Array(count);
  const bytes = (): Uint8Array => new Uint8Array(count);
  const events: DrawnEvents = {
    ...{ count, forward: column(), side: column(), forwardHeight: column(), sideHeight: column(), glow: column() },
    signals: markers.map(column),
    ...{ kind: bytes(), population: bytes().fill(nobody), partner: bytes().fill(nobody), marks: bytes() },
  };
  const bounds = upperBounds(lot);
  const cells = [emptyCell(), emptyCell()] as const;
  const drawAny = (cell: Cell): number => {
    const draw = random.uniform();
    const chosen = bounds.findIndex((bound) => draw < bound);
    drawCell(cell, looks[populationNames[chosen] ?? 'other'], lot, random);
    if (!random.chance(lot.viability / 100)) kill(cell, random);
    return chosen;
  };
  for (let event = 0; event < count; event++) {
    const draw = random.uniform() * 100;
    if (draw < lot.debris) {
      drawDebris(cells[0], random);
      events.kind[event] = debris;
      storeSingle(events, event, cells[0]);
      continue;
    }
    events.population[event] = drawAny(cells[0]);
    if (draw < lot.debris + lot.doublets) {
      events.partner[event] = drawAny(cells[1]);
      events.kind[event] = doublet;
      storeDoublet(events, event, cells, random);
    } else {
      events.kind[event] = cells[0].dead ? dead : live;
      storeSingle(events, event, cells[0]);
    }
  }
  return events;
}

/** Running totals of the populations' shares; the last is beyond any draw. */
function upperBounds(lot: Lot): number[] {
  const shares = populationShares(lot);
  let sum = 0;
  return populationNames.map((name, index) => {
    sum += shares[name];
    return index === populationNames.length - 1 ? 1 : sum;
  });
}

function storeSingle(events: DrawnEvents, event: number, cell: Cell): void {
  events.forward[event] = events.forwardHeight[event] = cell.forward;
  events.side[event] = events.sideHeight[event] = cell.side;
  events.glow[event] = cell.glow;
  events.marks[event] = cell.marks;
  for (const [index, signal] of cell.signals.entries()) events.signals[index]![event] = signal;
}

/** Two cells in a row: areas add up, while the pulse is hardly higher than the larger cell's. */
function storeDoublet(events: DrawnEvents, event: number, [first, second]: readonly [Cell, Cell], random: Random): void {
  const overlap = 1.05 + Math.abs(random.normal()) * 0.06;
  events.forward[event] = first.forward + second.forward;
  events.forwardHeight[event] = Math.max(first.forward, second.forward) * overlap;
  events.side[event] = first.side + second.side;
  events.sideHeight[event] = Math.max(first.side, second.side) * overlap;
  events.glow[event] = first.glow + second.glow;
  events.marks[event] = first.marks | second.marks;
  for (const [index, signal] of first.signals.entries()) events.signals[index]![event] = signal + second.signals[index]!;
}
