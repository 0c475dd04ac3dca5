import type { FcsContent, WrittenChannel } from '../core/data/fcs/write/write-content.ts';
import type { DrawnEvents } from './events.ts';
import { spilloverText } from './fluorochromes.ts';
import { detectFluorescence, detectScatter, gainOf, type Setting, unitOf, usualSetting } from './optics.ts';
import { type PanelName, panels, type Stain } from './panels.ts';
import type { Random } from './random.ts';

/** Height over area of a single cell's pulse. */
const singlet = 0.82;
const eventsPerSecond = 400;
const secondsPerTick = 0.01;

/** Arrival times in ticks: events come at random at a steady rate. */
export function arrivalTimes(count: number, random: Random, rate = eventsPerSecond, tick = secondsPerTick): Float32Array {
  let now = 0;
  return Float32Array.from({ length: count }, () => {
    now += random.exponential(1 / (rate * tick));
    return Math.floor(now * 10) / 10;
  });
}

/** A present-day analyser: FCS 3.1, 32-bit floats, on an 18-bit scale where nothing else is set, uncompensated, with its spillover matrix. */
export function recordModern(
  events: DrawnEvents,
  panel: PanelName,
  random: Random,
  keywords: ReadonlyMap<string, string>,
  setting: Setting = usualSetting,
): FcsContent[] {
  const stains: readonly Stain[] = panels[panel];
  const forward = detectScatter(events.forward, 1, 0.01, random, setting);
  const forwardHeight = detectScatter(events.forwardHeight, singlet, 0.022, random, setting);
  const side = detectScatter(events.side, 1, 0.02, random, setting);
  const sideHeight = detectScatter(events.sideHeight, singlet * 0.97, 0.03, random, setting);
  // Width is area over height, on a scale of its own.
  const forwardWidth = forward.map((area, event) => Math.min(262_143, (65_536 * area) / Math.max(unitOf(setting), forwardHeight[event]!)));
  const scatter = { forward, forwardHeight, forwardWidth, side, sideHeight };
  const columns = panel === 'basic' ? [forward, forwardHeight, side] : Object.values(scatter);
  const names = panel === 'basic' ? ['FSC-A', 'FSC-H', 'SSC-A'] : ['FSC-A', 'FSC-H', 'FSC-W', 'SSC-A', 'SSC-H'];
  const channels: WrittenChannel[] = [
    { name: 'Time', bits: 32, range: 262_144 },
    ...names.map((name) => scatterChannel(name, setting)),
    ...stains.map((stain) => stainChannel(stain, setting)),
  ];
  return [
    {
      ...{ version: 'FCS3.1', datatype: 'F', byteOrder: 'little', eventCount: events.count, channels },
      columns: [arrivalTimes(events.count, random), ...columns, ...detectFluorescence(events, stains, random, setting)],
      keywords: new Map([
        ['$CYT', 'Simulated analyser'],
        ['$CYTSN', 'SIM-0001'],
        ['$TIMESTEP', String(secondsPerTick)],
        [
          '$SPILLOVER',
          spilloverText(
            stains.map((stain) => stain.dye),
            stains.map((stain) => gainOf(setting, stain)),
          ),
        ],
        ...keywords,
      ]),
    },
  ];
}

function scatterChannel(name: string, { range }: Setting): WrittenChannel {
  const detail = { display: `Linear,0,${range}`, voltage: name.startsWith('FSC') ? '310' : '265', excitation: '488', filter: '488/10' };
  return { name, bits: 32, range, detail };
}

function stainChannel({ marker, dye, label = marker }: Stain, { range }: Setting): WrittenChannel {
  const { voltage, excitation, filter } = dye;
  return {
    name: dye.detector,
    marker: label,
    bits: 32,
    range,
    detail: { display: 'Logarithmic,4,1', voltage, excitation, filter },
  };
}
