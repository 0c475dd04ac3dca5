import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseSample, type Host } from '../../../../../core/analyse.ts';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import { poolFacts } from '../../../../../core/data/transforms/choose.ts';
import type { Transform } from '../../../../../core/data/transforms/transforms.ts';
import type { Protocol } from '../../../../../core/study/protocol/protocol.ts';
import { freezeScales, scaleFacts } from '../../../../../core/study/sample/freeze-scales.ts';
import { prepareSample } from '../../../../../core/study/sample/prepared-sample.ts';
import { readSample } from '../../../../../core/study/sample/raw-sample.ts';
import type { SampleAnalysis } from '../../../../../core/study/sample/sample-analysis.ts';
import type { SessionDocument } from '../../../../../core/study/session/document/session-document.ts';
import { setTransform } from '../../../../../core/study/session/edits/edit-transform.ts';
import { drawnOn } from '../../../../../core/study/session/edits/placed-gates.ts';
import { protocolOf } from '../../../../../core/study/session/session-strategy.ts';
import { createPool, createSha256 } from '../../../../../headless/host/host.ts';
import { begun, commitAll, polygon, rectangle, sampleNumber, shipped } from './session-support.ts';

const host: Host = { pool: createPool(), createHash: createSha256, software: '0', protocolSha256: '' };
const sourceOf = (name: string) =>
  bytesSource(name, readFileSync(new URL(`../../../../../test-data/samples/simulated-${name}.fcs`, import.meta.url)));
const countsOf = ({ populations }: SampleAnalysis) => populations.map(({ path, count, medians }) => [path, count, medians]);
const shown = (protocol: Protocol, entry: string, transform: Transform | null): Protocol => {
  const document: SessionDocument = { ...begun().present, protocol };
  return setTransform(document, { type: 'transform/set', entry, transform }).protocol;
};

/** T cells drawn by hand on whatever scale is chosen for CD3 and CD56. */
const drawn: Protocol = {
  ...shipped,
  strategy: [
    {
      dimensions: ['CD3', 'CD56'],
      gate: { kind: 'quadrant', x: 0.45, y: [0.5, 0.5] },
      populations: [{ name: 'NK' }, { name: 'both' }, { name: 'neither' }, { name: 'T' }],
    },
  ],
};

describe('changing how a channel is shown', () => {
  const arcsinh: Transform = { kind: 'arcsinh', T: 262_144, M: 4.5, A: 0.5 };

  it('for a group moves no gate and no number of its samples, whoever placed the gate', async () => {
    const source = sourceOf('resting-blood');
    const two = {
      ...drawn,
      strategy: [...drawn.strategy, { dimensions: ['CD56'], gate: rectangle(0.4), populations: [{ name: 'Bright' }] }],
    };
    const history = commitAll([
      { type: 'protocol/replace', protocol: two },
      { type: 'sample/add', samples: [sampleNumber(1), sampleNumber(2)] },
      { type: 'group/add', group: { id: 'g', name: 'G', kind: 'gating', criteria: [], samples: ['s1'] } },
      { type: 'gate/change', gate: 'gate-1', to: { kind: 'quadrant', x: 0.5, y: [0.6, 0.6] }, scope: { group: 'g', reason: 'shifted' } },
      { type: 'gate/change', gate: 'gate-2', to: rectangle(0.55), scope: { sample: 's1', reason: 'shifted' } },
    ]);
    const scaled = commitAll(
      [
        { type: 'transform/set', entry: 'CD56', transform: arcsinh, scope: { group: 'g' } },
        { type: 'transform/set', entry: 'CD3', transform: { kind: 'linear', T: 262_144, A: 0 }, scope: { group: 'g' } },
      ],
      history,
    );
    const protocols = [history, scaled].map(({ present }) => protocolOf(present, present.samples[0]!));
    const [before, after] = await Promise.all(protocols.map((protocol) => analyseSample(source, protocol, host)));
    expect(protocols[1]?.transforms['CD56']).toEqual(arcsinh);
    expect(countsOf(after!)).toEqual(countsOf(before!));
    expect(protocolOf(scaled.present, scaled.present.samples[1]!).transforms).toEqual(two.transforms);
    const back = { type: 'transform/set', transform: 'inherited', scope: { group: 'g' } } as const;
    const inherited = commitAll(
      [
        { ...back, entry: 'CD56' },
        { ...back, entry: 'CD3' },
      ],
      scaled,
    );
    expect(inherited.present.groups).toEqual(history.present.groups);
  });

  it('of all samples at once leaves out what a person drew on, in groups and samples too', () => {
    const automatic = { dimensions: ['CD4', 'CD8'], gate: { kind: 'margins' as const }, populations: [{ name: 'On scale' }] };
    const history = commitAll([
      { type: 'protocol/replace', protocol: { ...shipped, strategy: [automatic] } },
      { type: 'group/add', group: { id: 'g', name: 'G', kind: 'gating', criteria: [], samples: [] } },
    ]);
    expect(drawnOn(history.present)).toEqual(new Set());
    const placed = commitAll([{ type: 'gate/change', gate: 'gate-1', to: polygon(0.2), scope: { group: 'g', reason: 'why' } }], history);
    expect(drawnOn(placed.present)).toEqual(new Set(['CD4', 'CD8']));
  });

  it('moves no gate and no number', async () => {
    const source = sourceOf('resting-blood');
    const before = countsOf(await analyseSample(source, drawn, host));
    const changed = shown(shown(drawn, 'CD3', arcsinh), 'CD56', { kind: 'linear', T: 262_144, A: 0 });
    expect(changed.strategy[0]?.dimensions).toEqual(['CD3 · chosen', 'CD56 · chosen']);
    expect(countsOf(await analyseSample(source, changed, host))).toEqual(before);
  });

  it('back gives the protocol that was', () => {
    expect(shown(shown(drawn, 'CD3', arcsinh), 'CD3', null)).toEqual(drawn);
    const fixed = shown(drawn, 'CD3', arcsinh);
    const other = shown(fixed, 'CD3', { ...arcsinh, A: 0 });
    expect(other.strategy[0]?.dimensions).toEqual(['CD3 · chosen', 'CD56']);
    expect(shown(other, 'CD3', null)).toEqual(drawn);
  });

  it('leaves alone what stands on the channel by a name of its own', () => {
    const named: Protocol = { ...drawn, dimensions: { 'CD3 · chosen': { panel: 'CD3', transform: arcsinh } } };
    const protocol: Protocol = {
      ...named,
      strategy: [
        ...named.strategy,
        { dimensions: ['CD3 · chosen'], gate: { kind: 'rectangle', ranges: [{ min: 0.5 }] }, populations: [{ name: 'high' }] },
      ],
    };
    const changed = shown(protocol, 'CD3', { ...arcsinh, A: 1 });
    expect(changed.strategy.map(({ dimensions }) => dimensions)).toEqual([['CD3 · chosen (2)', 'CD56'], ['CD3 · chosen']]);
    expect(changed.dimensions).toEqual({ 'CD3 · chosen': { panel: 'CD3', transform: arcsinh }, 'CD3 · chosen (2)': { panel: 'CD3' } });
  });
});

describe('one scale for a batch', () => {
  const factsOf = async (name: string) => {
    const raw = await readSample(sourceOf(name), host);
    const prepared = prepareSample(raw, drawn, host.pool);
    const facts = scaleFacts(prepared, drawn);
    const transforms = Object.fromEntries(Object.keys(facts).map((id) => [id, prepared.channel(id)?.used.transform]));
    prepared.release();
    raw.table.release();
    return { facts, transforms };
  };

  it('of one sample is the one that the sample would choose; of several it is the same whatever their order', async () => {
    const [a, b, c] = await Promise.all(['resting-blood', 'cik', 'general-method'].map(factsOf));
    if (a === undefined || b === undefined || c === undefined) throw new Error('no sample');
    expect(freezeScales(drawn, [a.facts]).transforms).toEqual(a.transforms);
    const frozen = freezeScales(drawn, [a.facts, b.facts, c.facts]);
    expect(freezeScales(drawn, [c.facts, a.facts, b.facts])).toEqual({ ...frozen, transforms: expect.objectContaining(frozen.transforms) });
    expect(freezeScales(frozen, [b.facts])).toEqual(frozen);
    const { transforms } = await factsOf('cik').then(({ facts }) => freezeScales(frozen, [facts]));
    expect(transforms).toEqual(frozen.transforms);
  });

  it('is not opened by one sample of few events', () => {
    const facts = {
      class: 'fluorescence',
      statedTop: 262_144,
      logDecades: undefined,
      compensated: true,
      largest: 2e5,
      reach: 1e5,
      upperQuantile: 9e4,
    } as const;
    const usual = { ...facts, smallest: -500, hasNegatives: true, negatives: 5000, negativeQuantile: -120 };
    const spoilt = { ...facts, smallest: -90_000, hasNegatives: true, negatives: 60, negativeQuantile: -60_000 };
    const none = { ...facts, smallest: 0, hasNegatives: false, negatives: 0, negativeQuantile: undefined };
    expect(poolFacts([spoilt, usual, none, usual]).negativeQuantile).toBe(-120);
    expect(poolFacts([none]).negativeQuantile).toBeUndefined();
  });
});
