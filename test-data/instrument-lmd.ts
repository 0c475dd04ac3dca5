import type { FcsContent, WrittenChannel } from '../core/data/fcs/write/write-content.ts';
import type { DrawnEvents } from './events.ts';
import { fluorochromes } from './fluorochromes.ts';
import { compensatedLight, type LogDetector, linearChannels, logChannels } from './instrument-log.ts';
import { arrivalTimes } from './instrument-modern.ts';
import type { Random } from './random.ts';

const [fitc, pe, percp, cy7, apc, , , bv421] = fluorochromes;

const detectors: readonly (LogDetector & { readonly label: string })[] = [
  { label: 'CD3-FITC', marker: 'CD3', dye: fitc, residue: { marker: 'CD56', share: 0.002 } },
  { label: 'CD56-PE', marker: 'CD56', dye: pe, residue: { marker: 'CD3', share: 0.005 } },
  { label: '7-AAD', marker: 'Viability', dye: percp, residue: { marker: 'CD56', share: 0.01 } },
  { label: 'CD4-PC7', marker: 'CD4', dye: cy7, residue: { marker: 'Viability', share: 0.01 } },
  { label: 'CD8-APC', marker: 'CD8', dye: apc },
  { label: 'CD45-KrO', marker: 'CD45', dye: bv421 },
];

/** Counts per unit of the 18-bit scale in the second data set, whose scale has 20 bits. */
const finer = 4;

/**
 * A list-mode file of two data sets with the same events: ten-bit channels, fluorescence logarithmic (FCS 2.0),
 * then 20-bit linear integers in 32 bits (FCS 3.0), which have no room below zero.
 */
export function recordLmd(events: DrawnEvents, random: Random, keywords: ReadonlyMap<string, string>): FcsContent[] {
  const light = detectors.map((detector) => compensatedLight(events, detector, random));
  const time = arrivalTimes(events.count, random, 400, 0.05).map((tick) => Math.min(1023, Math.floor(tick)));
  const scatter = [events.forward, events.forwardHeight, events.side];
  const shared = { datatype: 'I', byteOrder: 'little', eventCount: events.count, textEncoding: 'latin-1', delimiter: '\\' } as const;
  const common: [string, string][] = [['$CYT', 'Simulated Navios-like'], ['$TIMESTEP', '0.05'], ...keywords];
  const named = (name: string, marker: string, more: Pick<WrittenChannel, 'bits' | 'range' | 'amplification'>): WrittenChannel => ({
    name,
    marker,
    ...more,
  });
  const coarse = { bits: 16, range: 1024 };
  const fine = { bits: 32, range: 1_048_576 };
  const scatterNames = ['FS INT', 'FS PEAK', 'SS INT'];
  const log = { ...coarse, amplification: { decades: 4, offset: 1 } };
  const first: FcsContent = {
    ...shared,
    version: 'FCS2.0',
    channels: [
      ...scatterNames.map((name) => named(`${name} LIN`, name, coarse)),
      ...detectors.map(({ label }, index) => named(`FL${index + 1} INT LOG`, label, log)),
      named('TIME', 'TIME', coarse),
    ],
    columns: [
      ...scatter.map((column) => linearChannels(column, 256, 1023, random)),
      ...light.map((column) => logChannels(column, random)),
      time,
    ],
    keywords: new Map([...common, ['DATASET', '10 bits, logarithmic']]),
  };
  const second: FcsContent = {
    ...shared,
    version: 'FCS3.0',
    channels: [
      ...scatterNames.map((name) => named(name, name, fine)),
      ...detectors.map(({ label }, index) => named(`FL${index + 1} INT`, label, fine)),
      named('TIME', 'TIME', fine),
    ],
    columns: [
      ...scatter.map((column) => linearChannels(column, 1 / finer, fine.range - 1, random)),
      ...light.map((column) => Uint32Array.from(column, (value) => Math.max(0, Math.min(fine.range - 1, Math.round(value * finer))))),
      time,
    ],
    keywords: new Map([...common, ['DATASET', '20 bits, linear']]),
  };
  return [first, second];
}
