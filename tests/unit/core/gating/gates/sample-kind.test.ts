import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Analyse from '../../../../../core/analyse.ts';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import type * as FlowjoForms from '../../../../../core/exchange/flowjo/gates/gate-forms.ts';
import type * as ReadGatingMl from '../../../../../core/exchange/gating-ml/read-gating-ml.ts';
import type * as WriteGatingMl from '../../../../../core/exchange/gating-ml/write-gating-ml.ts';
import type * as WriteXml from '../../../../../core/exchange/xml/write.ts';
import { evidenceSentences } from '../../../../../core/gating/automatic/kind/evidence.ts';
import type * as DragRange from '../../../../../core/gating/drag/draggable.ts';
import type * as Gates from '../../../../../core/gating/gates/gates.ts';
import type { PlotWindow } from '../../../../../core/gating/gates/kind/geometry.ts';
import type * as GateOnScale from '../../../../../core/gating/strategy/gate-on-scale.ts';
import type * as GateOutline from '../../../../../core/show/plot/gate-outline.ts';
import type * as LabelSpots from '../../../../../core/show/plot/label-spots.ts';
import type * as ReportModel from '../../../../../core/show/report/report-model.ts';
import { type Protocol, parseProtocol } from '../../../../../core/study/protocol/protocol.ts';
import type * as History from '../../../../../core/study/session/history.ts';
import type * as SessionText from '../../../../../core/study/session/session-text.ts';
import { createPool, createSha256 } from '../../../../../headless/host/host.ts';
import { type CoreWithTriangle, coreWithTriangle } from '../../../../fixtures/sample-kind/with-triangle.ts';
import { smallFile, spill } from '../../../../fixtures/small-file.ts';

/** As the compiler of this checkout, which knows no triangle, takes it. */
const triangle = {
  kind: 'triangle',
  corners: [
    [0.1, 0.1],
    [0.5, 0.1],
    [0.3, 0.5],
  ],
} as unknown as Gates.Gate;
const window: PlotWindow = { x: { min: 0, max: 1 }, y: { min: 0, max: 1 } };
const frame = { ...window, box: { x: 0, y: 0, width: 200, height: 200 } };

const shipped = parseProtocol(readFileSync(new URL('../../../../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
const linear = { kind: 'linear', T: 1024, A: 0 } as const;
const node = { dimensions: ['FSC-A', 'SSC/A'], gate: triangle, populations: [{ name: 'three corners' }] };
const protocol: Protocol = {
  ...shipped,
  panel: { entries: [] },
  transforms: { 'FSC-A': linear, 'SSC/A': linear },
  strategy: [node],
  statistics: { ...shipped.statistics, medians: [], minimumEvents: 1 },
};

describe('a kind of gate that the steps of CONTRIBUTING add', () => {
  let core: CoreWithTriangle;
  beforeAll(() => {
    core = coreWithTriangle();
  });
  afterAll(() => core.remove());

  it('takes its folder and at most three lines, with which the compiler is content', () => {
    expect(core.lines).toHaveLength(2);
    const compiler = path.resolve('node_modules', 'typescript', 'bin', 'tsc');
    const options = ['--noEmit', '--composite', 'false', '--incremental', 'false'];
    expect(execFileSync(process.execPath, [compiler, '-p', path.join(core.folder, 'core'), ...options], { encoding: 'utf8' })).toBe('');
  });

  it('is drawn: outline, label, and on other scales', async () => {
    const { gateOutline } = await core.load<typeof GateOutline>('show/plot/gate-outline.ts');
    expect(gateOutline(triangle, frame).map(([command]) => command)).toEqual(['move', 'line', 'line', 'line']);
    const { labelRequests } = await core.load<typeof LabelSpots>('show/plot/label-spots.ts');
    const [label] = labelRequests({ gate: triangle, populations: [{ name: 'three corners', percentOfParent: 12 }] }, frame);
    expect(label?.spots.length).toBeGreaterThan(4);
    const { gateOnScales } = await core.load<typeof GateOnScale>('gating/strategy/gate-on-scale.ts');
    const scale = { scale: (value: number) => value, unscale: (position: number) => position };
    const other = { scale: (value: number) => value ** 2, unscale: Math.sqrt };
    expect(gateOnScales(triangle, [scale, scale], [other, scale])?.kind).toBe('polygon');
  });

  it('is moved: as a whole, by a handle, in steps, by a tool of its own', async () => {
    const { kindOf, mapCoordinates, toolNamed } = await core.load<typeof Gates>('gating/gates/gates.ts');
    const up = mapCoordinates(triangle, [(x) => x, (y) => y + 0.1]);
    expect(up).toMatchObject({ corners: [expect.anything(), expect.anything(), [0.3, 0.6]] });
    const { editing } = kindOf(triangle);
    const [, , top] = editing?.handles(triangle, window) ?? [];
    expect(editing?.withHandle(triangle, top?.id ?? '', [0.4, 0.9])).toMatchObject({
      corners: [
        [0.1, 0.1],
        [0.5, 0.1],
        [0.4, 0.9],
      ],
    });
    const { asDraggable, partsIn } = await core.load<typeof DragRange>('gating/drag/draggable.ts');
    expect(asDraggable(triangle)).toBe(triangle);
    expect([partsIn(triangle).test(0.3, 0.2), partsIn(triangle).test(0.1, 0.4)]).toEqual([1, 0]);
    expect(toolNamed('triangle')?.gesture).toBe('box');
  });

  it('is saved: an edit of the session, read again from its text', async () => {
    const { commit, emptyHistory, sessionOf } = await core.load<typeof History>('study/session/history.ts');
    const stamp = { at: '2026-01-01T00:00:00.000Z', by: 'tester' };
    const added = commit(emptyHistory, { type: 'gate/add', parent: '', node }, stamp);
    const { openSession, serialiseSession } = await core.load<typeof SessionText>('study/session/session-text.ts');
    const text = serialiseSession(sessionOf(added));
    expect(openSession(text).session.protocol.strategy.at(-1)?.gate).toEqual(triangle);
    expect(() => openSession(text.replaceAll('"corners"', '"angles"'))).toThrow();
  });

  it('is exported as its polygon', async () => {
    const { writeGatingMl } = await core.load<typeof WriteGatingMl>('exchange/gating-ml/write-gating-ml.ts');
    const dimension = (channel: string) => ({ channel, compensation: 'uncompensated', transform: linear });
    const dimensions = { 'FSC-A': dimension('FSC-A'), 'SSC/A': dimension('SSC/A') };
    const { text, notes } = writeGatingMl({ strategy: [node], dimensions, matrices: {}, kept: [], notes: [] });
    expect(notes).toEqual([]);
    const { readGatingMl } = await core.load<typeof ReadGatingMl>('exchange/gating-ml/read-gating-ml.ts');
    const vertices = (triangle as unknown as { readonly corners: unknown }).corners;
    expect(readGatingMl(text).strategy[0]?.gate).toEqual({ kind: 'polygon', vertices });
    const { piecesOf, writeFlowjoGate } = await core.load<typeof FlowjoForms>('exchange/flowjo/gates/gate-forms.ts');
    const [piece] = piecesOf(triangle) ?? [];
    const { writeXml } = await core.load<typeof WriteXml>('exchange/xml/write.ts');
    const written = piece && writeFlowjoGate(piece, ['FSC-A', 'SSC-A'], 'g1');
    expect(written && writeXml(written)).toContain('gating:PolygonGate');
  });

  it('is counted and reported', async () => {
    const { analyseSample } = await core.load<typeof Analyse>('analyse.ts');
    const host = { pool: createPool(), createHash: createSha256, software: '0', protocolSha256: '' };
    const analysis = await analyseSample(bytesSource('small.fcs', smallFile([spill])), protocol, host, { plots: true });
    const { kindOf } = await core.load<typeof Gates>('gating/gates/gates.ts');
    const found = analysis.populations.find(({ name }) => name === 'three corners');
    expect(found?.gate?.gate).toEqual(triangle);
    expect(kindOf(triangle).words(triangle).ja).toBe('三角形');
    const { reportModel } = await core.load<typeof ReportModel>('show/report/report-model.ts');
    const model = reportModel(analysis, { language: 'ja', findingText: () => '', evidenceSentences });
    expect(JSON.stringify(model.populations)).toContain('three corners');
    expect(model.plots.plots.flatMap(({ plot }) => plot.gates.map(({ gate }) => gate))).toContainEqual(triangle);
  });
});
