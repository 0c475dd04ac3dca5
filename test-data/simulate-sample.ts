import type { FcsContent } from '../core/data/fcs/write/write-content.ts';
import { type CultureId, type CultureSpec, cultures } from './culture-specs.ts';
import { type DrawnEvents, drawEvents } from './events.ts';
import { recordCalibur } from './instrument-calibur.ts';
import { recordLmd } from './instrument-lmd.ts';
import { recordModern } from './instrument-modern.ts';
import { drawLot, type LotOverride } from './lot.ts';
import type { PanelName } from './panels.ts';
import { type Marker, markers } from './populations.ts';
import { type Random, seedRandom } from './random.ts';
import { type SampleTruth, summariseTruth } from './truth.ts';

export const instruments = ['modern', 'calibur', 'lmd'] as const;
type Instrument = (typeof instruments)[number];

export interface SampleOrder {
  readonly culture: CultureId;
  readonly seed: number;
  readonly events: number;
  readonly instrument: Instrument;
  /** Of the modern analyser; 'full' where absent. The others have one panel each. */
  readonly panel?: PanelName;
  /** A lot's name: the same name is the same lot. Without one the sample is the culture's centre. */
  readonly lot?: string;
  /** Quantities of the lot set by hand: percentages and ratios as in `CultureSpec`. */
  readonly composition?: LotOverride;
  readonly donor?: string;
  /** Markers left out of the staining: one for an FMO control, `all` for an unstained one. */
  readonly omits?: 'all' | readonly Marker[];
  readonly keywords?: ReadonlyMap<string, string>;
}

export interface SimulatedSample {
  /** Data sets of one file, for `encodeFcs`. */
  readonly content: readonly FcsContent[];
  readonly truth: SampleTruth;
}

/** Simulates a sample of cultured cells on an instrument. The same order gives the same bytes. */
export function simulateSample(order: SampleOrder): SimulatedSample {
  const lot = drawLot(order.culture, order.lot, order.composition);
  const random = seedRandom(order.seed);
  const events = drawEvents(lot, order.events, random);
  leaveOut(events, order.omits ?? []);
  const content = record(order, events, random);
  const { kind, population, partner, marks, signals } = events;
  return { content, truth: { kind, population, partner, marks, signals, summary: summariseTruth(events, lot) } };
}

function leaveOut({ signals }: DrawnEvents, omits: 'all' | readonly Marker[]): void {
  for (const [index, marker] of markers.entries()) if (omits === 'all' || omits.includes(marker)) signals[index]!.fill(0);
}

function record(order: SampleOrder, events: DrawnEvents, random: Random): FcsContent[] {
  const keywords = describe(order);
  if (order.instrument === 'calibur') return recordCalibur(events, random, keywords);
  if (order.instrument === 'lmd') return recordLmd(events, random, keywords);
  return recordModern(events, order.panel ?? 'full', random, keywords);
}

/** Says in the file itself that nobody's cells are in it. */
function describe(order: SampleOrder): Map<string, string> {
  const spec: CultureSpec = cultures[order.culture];
  const japanese: [string, string][] =
    order.instrument === 'modern' ? [['SIMULATED NOTE', `模擬データ(${spec.methodJa}、${spec.day}日目)`]] : [];
  return new Map([
    ['$COM', 'SIMULATED DATA - computed, not measured; no cells of any person'],
    ...(order.lot === undefined ? [] : [['$SMNO', order.lot] as const, ['LOT NUMBER', order.lot] as const]),
    ...(order.donor === undefined ? [] : [['$SRC', order.donor] as const, ['DONOR PSEUDONYM', order.donor] as const]),
    ['CULTURE DAY', String(spec.day)],
    ['DECLARED METHOD', spec.method],
    ['SIMULATED', 'yes'],
    ['SIMULATED CULTURE', order.culture],
    ['SIMULATED SEED', String(order.seed)],
    ...japanese,
    ...(order.keywords ?? []),
  ]);
}
