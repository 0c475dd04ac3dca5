import type { FcsContent, WrittenChannel } from '../core/data/fcs/write/write-content.ts';
import type { DrawnEvents } from './events.ts';
import { fluorochromes } from './fluorochromes.ts';
import { compensatedLight, type LogDetector, linearChannels, logChannels } from './instrument-log.ts';
import { arrivalTimes } from './instrument-modern.ts';
import type { Random } from './random.ts';

const [fitc, pe, percp, , apc] = fluorochromes;

/** Four colours; the third carries the dead-cell dye that such instruments were used with. */
const detectors: readonly (LogDetector & { readonly name: string; readonly label: string; readonly voltage: string })[] = [
  { name: 'FL1-H', label: 'CD3 FITC', voltage: '585', marker: 'CD3', dye: fitc, residue: { marker: 'CD56', share: 0.002 } },
  { name: 'FL2-H', label: 'CD56 PE', voltage: '540', marker: 'CD56', dye: pe, residue: { marker: 'CD3', share: 0.006 } },
  { name: 'FL3-H', label: '7-AAD', voltage: '620', marker: 'Viability', dye: percp, residue: { marker: 'CD56', share: 0.01 } },
  { name: 'FL4-H', label: 'CD45 APC', voltage: '700', marker: 'CD45', dye: apc },
];

/** A four-colour instrument of the 1990s: FCS 2.0, ten-bit channels in 16 bits, big-endian, logarithmic, compensated in hardware. */
export function recordCalibur(events: DrawnEvents, random: Random, keywords: ReadonlyMap<string, string>): FcsContent[] {
  const ten = { bits: 16, range: 1024 };
  const scatter: WrittenChannel[] = [
    { name: 'FSC-H', marker: 'FSC-Height', ...ten, detail: { voltage: 'E00' }, gain: 1 },
    { name: 'SSC-H', marker: 'SSC-Height', ...ten, detail: { voltage: '365' }, gain: 1 },
  ];
  const dyes = detectors.map(
    ({ name, label, voltage }): WrittenChannel => ({
      name,
      marker: label,
      ...ten,
      amplification: { decades: 4, offset: 0 },
      detail: { voltage },
    }),
  );
  return [
    {
      ...{ version: 'FCS2.0', datatype: 'I', byteOrder: 'big', eventCount: events.count, textEncoding: 'latin-1' },
      delimiter: '\\',
      channels: [...scatter, ...dyes, { name: 'Time', marker: 'Time (204.80 sec.)', ...ten }],
      columns: [
        linearChannels(events.forwardHeight, 190, 1023, random),
        linearChannels(events.sideHeight, 220, 1023, random),
        ...detectors.map((detector) => logChannels(compensatedLight(events, detector, random), random)),
        // One channel of time is 200 ms.
        arrivalTimes(events.count, random, 120, 0.2).map((time) => Math.min(1023, Math.floor(time))),
      ],
      keywords: new Map([
        ['$CYT', 'FACSCalibur'],
        ['$SYS', 'Simulated workstation'],
        ['CREATOR', 'Simulated acquisition software'],
        ['TIMETICKS', '200'],
        ['$TIMESTEP', '0.2'],
        ...keywords,
      ]),
    },
  ];
}
