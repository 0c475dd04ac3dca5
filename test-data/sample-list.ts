import { type CultureSpec, cultures } from './culture-specs.ts';
import type { SampleOrder } from './simulate-sample.ts';

/** A sample that lies in test-data/samples. */
export interface ListedSample {
  readonly file: string;
  /** A reference is blood of the same instrument, for comparison. */
  readonly role: 'sample' | 'reference';
  /** As a laboratory would declare it, in Japanese as in its worksheets. */
  readonly declared: string;
  readonly day: number;
  readonly order: SampleOrder;
}

/** Every file of test-data/samples, and how it is made. Lots and donors are invented names. */
export const listedSamples: readonly ListedSample[] = [
  listed('simulated-resting-blood.fcs', {
    culture: 'resting-blood',
    seed: 101,
    events: 4500,
    instrument: 'modern',
    lot: 'SIM-R-001',
    donor: 'SIM-DONOR-A',
  }),
  listed('simulated-lak-3-day.fcs', {
    culture: 'lak-3-day',
    seed: 102,
    events: 4500,
    instrument: 'modern',
    lot: 'SIM-L-008',
    donor: 'SIM-DONOR-A',
  }),
  listed('simulated-general-method.fcs', {
    culture: 'general-method',
    seed: 103,
    events: 4500,
    instrument: 'modern',
    lot: 'SIM-G-058',
    donor: 'SIM-DONOR-B',
  }),
  listed('simulated-cik.fcs', { culture: 'cik', seed: 104, events: 4500, instrument: 'modern', lot: 'SIM-C-007', donor: 'SIM-DONOR-C' }),
  listed('simulated-expanded-nk.fcs', {
    culture: 'expanded-nk',
    seed: 105,
    events: 4500,
    instrument: 'modern',
    lot: 'SIM-N-092',
    donor: 'SIM-DONOR-D',
  }),
  listed('simulated-gamma-delta-t.fcs', {
    culture: 'gamma-delta-t',
    seed: 106,
    events: 4500,
    instrument: 'modern',
    lot: 'SIM-D-001',
    donor: 'SIM-DONOR-E',
  }),
  listed('simulated-resting-blood-basic-panel.fcs', {
    ...{ culture: 'resting-blood', seed: 107, events: 4500, instrument: 'modern', panel: 'basic', lot: 'SIM-R-043', donor: 'SIM-DONOR-B' },
  }),
  listed('simulated-expanded-nk-calibur.fcs', {
    ...{ culture: 'expanded-nk', seed: 108, events: 6000, instrument: 'calibur', lot: 'SIM-N-029', donor: 'SIM-DONOR-F' },
  }),
  listed('simulated-general-method.lmd', {
    culture: 'general-method',
    seed: 109,
    events: 4500,
    instrument: 'lmd',
    lot: 'SIM-G-039',
    donor: 'SIM-DONOR-G',
  }),
];

function listed(file: string, order: SampleOrder): ListedSample {
  const { methodJa, day }: CultureSpec = cultures[order.culture];
  const keywords = new Map([['$FIL', file]]);
  return {
    file,
    role: order.culture === 'resting-blood' && order.panel !== 'basic' ? 'reference' : 'sample',
    declared: methodJa,
    day,
    order: { ...order, keywords },
  };
}
