import type { FcsContent, WrittenChannel } from '../core/data/fcs/write/write-content.ts';
import type { DrawnEvents } from './events.ts';
import { arrivalTimes } from './instrument-modern.ts';
import { type Marker, markers } from './populations.ts';
import type { Random } from './random.ts';

const metals: readonly (readonly [Marker, metal: string, mass: number])[] = [
  ['CD45', 'Y', 89],
  ['CD19', 'Nd', 142],
  ['CD4', 'Nd', 145],
  ['CD8', 'Nd', 146],
  ['CD16', 'Nd', 148],
  ['CD14', 'Gd', 160],
  ['CD3', 'Er', 170],
  ['CD56', 'Yb', 176],
  ['Viability', 'Pt', 195],
];
/** Units of the 18-bit scale for one ion counted: what binds nowhere gives no ion, and its value is exactly 0. */
const unitsPerIon = 100;
/** Ions of the iridium in a cell's DNA, by isotope. */
const dna = { 191: 420, 193: 760 } as const;

/** A mass cytometer: FCS 3.0, floats, ion counts with many exact zeros, no scatter, no matrix. */
export function recordMass(events: DrawnEvents, random: Random, keywords: ReadonlyMap<string, string>): FcsContent[] {
  const nuclei = Float64Array.from(events.kind, (_, event) => nucleiOf(events, event) * random.around(1, 0.05));
  const isotopes = Object.entries(dna).map(([mass, ions]) => ({
    name: `Ir${mass}Di`,
    marker: `${mass}Ir_DNA${mass === '191' ? 1 : 2}`,
    ions,
  }));
  const channel = (name: string, marker: string): WrittenChannel => ({ name, marker, bits: 32, range: 8192 });
  return [
    {
      ...{ version: 'FCS3.0', datatype: 'F', byteOrder: 'little', eventCount: events.count },
      channels: [
        channel('Time', 'Time'),
        channel('Event_length', 'Event_length'),
        ...metals.map(([marker, metal, mass]) =>
          channel(`${metal}${mass}Di`, marker === 'Viability' ? `${mass}${metal}_Cisplatin` : `${mass}${metal}_${marker}`),
        ),
        ...isotopes.map(({ name, marker }) => channel(name, marker)),
      ],
      columns: [
        arrivalTimes(events.count, random, 400, 0.001),
        Float32Array.from(nuclei, (amount) => Math.round(14 + 6 * Math.sqrt(amount) + 1.5 * random.normal())),
        ...metals.map(([marker]) => ionsOf(events.signals[markers.indexOf(marker)]!, 1 / unitsPerIon, random)),
        ...isotopes.map(({ ions }) => ionsOf(nuclei, ions, random)),
      ],
      keywords: new Map([['$CYT', 'Simulated mass cytometer (CyTOF)'], ['$TIMESTEP', '0.001'], ...keywords]),
    },
  ];
}

/** Cells with DNA in an event: debris has shreds of it. */
function nucleiOf(events: DrawnEvents, event: number): number {
  const nobody = events.population[event] === 255;
  if (nobody) return 0.05;
  return events.partner[event] === 255 ? 1 : 2;
}

/** Counts of ions, each above 0 spread over the unit below it, as such instruments store them. */
function ionsOf(signal: Float64Array, perUnit: number, random: Random): Float32Array {
  return Float32Array.from(signal, (value) => {
    const count = poisson(value * perUnit, random);
    return count === 0 ? 0 : count - random.uniform();
  });
}

function poisson(mean: number, random: Random): number {
  if (mean > 60) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.normal()));
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.uniform(); product > limit; product *= random.uniform()) count++;
  return count;
}
