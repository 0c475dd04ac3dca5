import { type Cell, emptyCell } from './cell.ts';
import { drawCell } from './draw-cell.ts';
import { type DrawnEvents, kinds as eventKinds } from './events.ts';
import { drawLot } from './lot.ts';
import { drawDebris, kill } from './particles.ts';
import { type Looks, markers, type Population, populations } from './populations.ts';
import type { Random } from './random.ts';

/** Kinds of particles in a tube of blood, with counting beads where they were added. */
export const bloodKinds = [
  'cd4-t',
  'cd8-t',
  'other-t',
  'nkt-like',
  'nk',
  'b',
  'other-lymphocyte',
  'monocyte',
  'neutrophil',
  'eosinophil',
  'basophil',
  'debris',
  'bead',
  'erythrocyte',
] as const;
export type BloodKind = (typeof bloodKinds)[number];

/** Per cent: of lymphocytes, of leukocytes, and of all events. */
export interface Blood {
  readonly lymphocytes: { readonly [kind in 'cd4-t' | 'cd8-t' | 'other-t' | 'nkt-like' | 'nk' | 'b' | 'other-lymphocyte']: number };
  readonly leukocytes: { readonly [kind in 'monocyte' | 'neutrophil' | 'eosinophil' | 'basophil']: number };
  readonly debris: number;
  readonly beads: number;
  readonly doublets: number;
  /** Red cells that no lysis took away. */
  readonly erythrocytes: number;
  /** Of leukocytes. */
  readonly dead: number;
}

/** Blood of an adult as the textbooks have it, lysed well. */
export const usualBlood: Blood = {
  lymphocytes: { 'cd4-t': 42, 'cd8-t': 25, 'other-t': 4, 'nkt-like': 3, nk: 13, b: 12, 'other-lymphocyte': 1 },
  leukocytes: { monocyte: 7, neutrophil: 58, eosinophil: 3, basophil: 0.7 },
  ...{ debris: 15, beads: 6, doublets: 2.5, erythrocytes: 0, dead: 0 },
};

const granulocyte: Population = { ...populations.monocyte, levels: {}, autofluorescence: 2 };
type Cells = { readonly [kind in Exclude<BloodKind, 'debris' | 'bead' | 'erythrocyte'>]: Population };

const looksOf = (looks: Looks): Cells => ({
  'cd4-t': looks['cd4-t'],
  'cd8-t': looks['cd8-t'],
  'other-t': looks['gd-t'],
  'nkt-like': looks['nkt-like'],
  nk: looks['nk-cd56dim'],
  b: looks.b,
  'other-lymphocyte': looks.other,
  monocyte: { ...looks.monocyte, levels: { ...looks.monocyte.levels, CD16: [2.2, 0.5] } },
  neutrophil: { ...granulocyte, levels: { CD45: [4.0, 0.1], CD16: [4.4, 0.15] }, forward: 1.6, side: 5.2 },
  eosinophil: { ...granulocyte, levels: { CD45: [4.25, 0.09] }, forward: 1.5, side: 6.3, autofluorescence: 5 },
  basophil: { ...granulocyte, levels: { CD45: [4.05, 0.1] }, forward: 1.1, side: 1.3, autofluorescence: 1.2 },
});
const [cd56, cd16] = [markers.indexOf('CD56'), markers.indexOf('CD16')];

/** How the cells of a tube look. */
export interface Staining {
  /** CD16 and CD56 share a colour: both are in that of CD56. */
  readonly combined: boolean;
  readonly looks: Looks;
  /** Of NK cells, a share. */
  readonly bright: number;
}

/** As a TBNK tube is stained. */
const tbnkStaining: Staining = { combined: true, looks: populations, bright: 0.08 };

/** Draws a tube: what each event is, its doublets' second cells, and its light. */
export function drawBlood(
  blood: Blood,
  count: number,
  random: Random,
  staining: Staining = tbnkStaining,
): { readonly events: DrawnEvents; readonly kinds: Uint8Array; readonly partners: Uint8Array } {
  const lot = drawLot('resting-blood');
  const bounds = cumulated(blood);
  const looks = looksOf(staining.looks);
  const column = () => new Float64Array(count);
  const kinds = new Uint8Array(count);
  const partners = new Uint8Array(count).fill(NOBODY);
  const events: DrawnEvents = {
    ...{ count, forward: column(), side: column(), forwardHeight: column(), sideHeight: column(), glow: column() },
    signals: markers.map(column),
    ...{ kind: new Uint8Array(count), population: new Uint8Array(count), partner: partners, marks: new Uint8Array(count) },
  };
  const [first, second] = [emptyCell(), emptyCell()];
  const draw = (cell: Cell): BloodKind => {
    const at = random.uniform();
    const kind = bounds.find(({ below }) => at < below)?.kind ?? 'debris';
    if (kind === 'bead') drawBead(cell, random);
    else if (kind === 'erythrocyte') drawErythrocyte(cell, random);
    else if (kind === 'debris') drawDebris(cell, random);
    else {
      drawCell(cell, kind === 'nk' && random.chance(staining.bright) ? staining.looks['nk-cd56bright'] : looks[kind], lot, random);
      if (kind === 'neutrophil') cell.signals[cd16] = random.around(25_000, 0.15);
      if (staining.combined) cell.signals[cd56]! += cell.signals[cd16]!;
      if (blood.dead > 0 && random.chance(blood.dead / 100)) kill(cell, random);
    }
    return kind;
  };
  for (let event = 0; event < count; event++) {
    const kind = draw(first);
    kinds[event] = bloodKinds.indexOf(kind);
    const joins = kind !== 'debris' && kind !== 'bead' && random.chance(blood.doublets / 100);
    if (joins) partners[event] = bloodKinds.indexOf(draw(second));
    events.marks[event] = first.marks;
    events.kind[event] = eventKinds.indexOf(joins ? 'doublet' : first.dead ? 'dead' : 'live');
    store(events, event, first, joins ? second : undefined, random);
  }
  return { events, kinds, partners };
}

const NOBODY = 255;

/** Counting beads: smaller than lymphocytes on forward scatter, of narrow and high side scatter, bright in every colour. */
function drawBead(cell: Cell, random: Random): void {
  cell.forward = random.around(30_000, 0.02);
  cell.side = random.around(130_000, 0.02);
  cell.glow = 1;
  cell.marks = 0;
  cell.dead = false;
  for (let index = 0; index < cell.signals.length; index++) cell.signals[index] = random.around(30_000, 0.03);
}

/** Discs half as long as a lymphocyte, hardly scattering to the side, without a marker of leukocytes. */
function drawErythrocyte(cell: Cell, random: Random): void {
  cell.forward = random.around(30_000, 0.13);
  cell.side = random.around(7_000, 0.15);
  cell.glow = random.around(0.25, 0.15);
  cell.marks = 0;
  cell.dead = false;
  for (let index = 0; index < cell.signals.length; index++) cell.signals[index] = random.around(10, 0.3);
}

function store(events: DrawnEvents, event: number, first: Cell, second: Cell | undefined, random: Random): void {
  const overlap = second === undefined ? 1 : 1.05 + Math.abs(random.normal()) * 0.06;
  events.forward[event] = first.forward + (second?.forward ?? 0);
  events.forwardHeight[event] = Math.max(first.forward, second?.forward ?? 0) * overlap;
  events.side[event] = first.side + (second?.side ?? 0);
  events.sideHeight[event] = Math.max(first.side, second?.side ?? 0) * overlap;
  events.glow[event] = first.glow + (second?.glow ?? 0);
  for (const [index, signal] of first.signals.entries()) events.signals[index]![event] = signal + (second?.signals[index] ?? 0);
}

/** Upper bounds of the kinds for a draw between 0 and 1. */
function cumulated({
  lymphocytes,
  leukocytes,
  debris,
  beads,
  erythrocytes,
}: Blood): readonly { readonly kind: BloodKind; readonly below: number }[] {
  const sumOf = (parts: Readonly<Record<string, number>>) => Object.values(parts).reduce((sum, part) => sum + part, 0);
  const cells = 1 - (debris + beads + erythrocytes) / 100;
  const other = sumOf(leukocytes) / 100;
  const shares = new Map<BloodKind, number>([
    ...Object.entries(lymphocytes).map(([kind, share]) => [kind as BloodKind, (share / sumOf(lymphocytes)) * cells * (1 - other)] as const),
    ...Object.entries(leukocytes).map(([kind, share]) => [kind as BloodKind, (share / 100) * cells] as const),
    ['bead', beads / 100],
    ['erythrocyte', erythrocytes / 100],
    ['debris', debris / 100],
  ]);
  let below = 0;
  return [...shares].map(([kind, share]) => {
    below += share;
    return { kind, below };
  });
}
