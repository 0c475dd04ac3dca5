import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { Problem } from '../../core/base/problem.ts';
import { kindOfTransform } from '../../core/data/transforms/transforms.ts';
import type { ScaledChannel } from '../../core/gating/strategy/used-channels.ts';
import { axisOf, BINS } from '../../core/statistics/histograms/plot-data.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { type PreparedSample, prepareSample } from '../../core/study/sample/prepared-sample.ts';
import { readTable } from '../../core/study/sample/raw-sample.ts';
import { createPool } from '../../headless/host/host.ts';
import { corpusFile, hasShared } from '../shared-data.ts';
import { corpusFiles } from './corpus-table.ts';

/* The axes of every channel of real files: nearly all events fill the plot. */

const protocol = parseProtocol(readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));

interface Shown {
  readonly isLinear: boolean;
  /** Of the plot's width: between the outermost 0.2 % of the events, and between the outermost 1 %. */
  readonly filled: number;
  readonly bulk: number;
  /** Of the events. */
  readonly offScale: number;
}

/** Undefined where fewer than 100 events have a place, or most have the same. */
function shownOf({ columns }: PreparedSample, channel: ScaledChannel): Shown | undefined {
  const { min, max } = axisOf(channel, columns);
  const parts = columns.scaled(channel.source ?? channel.index, channel.scale);
  const values = Float64Array.from(parts.flatMap((part) => [...part]).filter((value) => Number.isFinite(value))).sort();
  const at = (share: number): number => values[Math.floor(share * (values.length - 1))]!;
  if (values.length < 100 || at(0.01) === at(0.99)) return undefined;
  const bin = (max - min) / BINS;
  const beyond = values.filter((value) => value < min + bin || value > max - bin).length;
  return {
    isLinear: !kindOfTransform(channel.used.transform).isForDyes,
    filled: (at(0.998) - at(0.002)) / (max - min),
    bulk: (at(0.99) - at(0.01)) / (max - min),
    offScale: beyond / values.length,
  };
}

async function shownIn(file: string, dataset: number): Promise<ReadonlyMap<string, Shown>> {
  const pool = createPool();
  const raw = await readTable(bytesSource(file, readFileSync(corpusFile(file))), pool, { dataset });
  const sample = prepareSample(raw, protocol, pool);
  return new Map(
    raw.dataset.channels.flatMap(({ name }): readonly (readonly [string, Shown])[] => {
      const channel = sample.channel(name);
      const shown = channel && shownOf(sample, channel);
      return shown === undefined ? [] : [[name, shown]];
    }),
  );
}

async function allShown(): Promise<readonly (readonly [string, Shown])[]> {
  const all: (readonly [string, Shown])[] = [];
  for (const { file, datasets } of corpusFiles) {
    for (const dataset of datasets.keys()) {
      try {
        for (const [name, shown] of await shownIn(file, dataset)) all.push([`${file} ${dataset} ${name}`, shown]);
      } catch (error) {
        if (!(error instanceof Problem)) throw error;
      }
    }
  }
  return all;
}

describe.runIf(hasShared)('axes of the corpus', () => {
  it('show 99.5 % of the events, which fill it on a linear scale, and on the scale of a dye as far as half of the stated range allows', async () => {
    const all = await allShown();
    expect(all.length).toBeGreaterThan(700);
    expect(all.filter(([, { offScale }]) => offScale > 0.005)).toEqual([]);
    const least = ({ isLinear }: Shown): number => (isLinear ? 0.44 : 0.12);
    expect(all.filter(([, shown]) => shown.filled < least(shown))).toEqual([]);
  });

  it.each([
    ['mahogny-facsanadu/110_Worklist_009_Tube_001.fcs', ['FSC-A', 'SSC-A']],
    ['whitews-FlowIO/100715.fcs', ['FSC-A', 'SSC-A']],
    ['gatocor-FlowCytometry/Compensation Controls_APC-R700 Stained Control_007.fcs', ['FSC-A', 'SSC-A', 'APC-R700-A']],
  ])('of %s are filled by all but the outermost hundredths', async (file, names) => {
    const shown = await shownIn(file, 0);
    for (const name of names) expect(shown.get(name)?.bulk, name).toBeGreaterThan(0.35);
  });
});
