import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { FcsDataset } from '../../core/data/fcs/fcs-file.ts';
import { matchSample } from '../../core/exchange/flowjo/match-sample.ts';
import { newWorkspace } from '../../core/exchange/flowjo/new-workspace.ts';
import { readWorkspace } from '../../core/exchange/flowjo/read-workspace.ts';
import type { Workspace } from '../../core/exchange/flowjo/workspace.ts';
import { writeWorkspace } from '../../core/exchange/flowjo/write-workspace.ts';
import { readGatingMl } from '../../core/exchange/gating-ml/read-gating-ml.ts';
import { protocolOfStrategy } from '../../core/exchange/strategy/imported-strategy.ts';
import { gateFileForTest } from '../fixtures/gate-file.ts';
import { corpusFile, hasShared, sharedFolder } from '../shared-data.ts';

const folder = path.join(sharedFolder, 'flowjo');
const textOf = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const line = corpusFile('whitews-FlowKit/data_set_simple_line_100.fcs');
const diamond = corpusFile('whitews-FlowKit/test_data_diamond_01.fcs');

const known = [
  { file: 'line/simple_poly_and_rect_v2_poly50.wsp', data: line, counts: { poly1: 50, rect1: 0 } },
  { file: 'line/simple_poly_and_rect.wsp', data: line, counts: { poly1: 0, rect1: 0 } },
  { file: 'line/single_ellipse_51_events.wsp', data: line, counts: { ellipse1: 51 } },
  {
    file: 'diamond/simple_diamond_example_quad_gate.wsp',
    data: diamond,
    counts: {
      'Q1: channel_A- , channel_B+': 49_671,
      'Q2: channel_A+ , channel_B+': 50_596,
      'Q3: channel_A+ , channel_B-': 50_330,
      'Q4: channel_A- , channel_B-': 49_403,
    },
  },
  { file: 'diamond/test_data_diamond_biex_rect.wsp', data: diamond, counts: { upper_right: 50_605 } },
  { file: 'diamond/test_data_diamond_asinh_rect.wsp', data: diamond, counts: { upper_right: 50_559 } },
  { file: 'diamond/test_data_diamond_asinh_rect2.wsp', data: diamond, counts: { upper_right: 50_699 } },
] as const;

const protocolFor = (workspace: Workspace, file: string) => (dataset: FcsDataset) =>
  protocolOfStrategy(file, matchSample(workspace.samples, dataset, { file }).sample.imported);

/** What has to come back as it went: all but the lines on which things stood. */
const content = ({ samples, groups, rest, attributes, matrices }: Workspace) =>
  JSON.parse(
    JSON.stringify({ samples, groups, rest, attributes, matrices }, (key, value: unknown) =>
      key === 'line' ? undefined : value instanceof Map ? [...value] : value,
    ),
  ) as unknown;

describe.runIf(hasShared)('FlowJo workspaces', () => {
  it.each(known)('$file: the known counts', async ({ file, data, counts }) => {
    const workspace = readWorkspace(textOf(file));
    const gated = await gateFileForTest(data, protocolFor(workspace, data));
    expect(gated.counts).toMatchObject(counts);
    expect(gated.refused).toEqual({});
  });

  it.each(known.filter(({ file }) => !file.includes('poly')))("$file: FlowJo's own counts by its grid", async ({ file, data }) => {
    const workspace = readWorkspace(textOf(file));
    const stored = workspace.samples[0]?.counts ?? new Map<string, number>();
    const gated = await gateFileForTest(data, protocolFor(workspace, data), 'flowjo');
    expect(gated.counts).toEqual(Object.fromEntries(stored));
  });

  it('counts a slanted polygon on the grid as FlowJo did', async () => {
    const workspace = readWorkspace(textOf('line/simple_poly_and_rect_v2_poly50.wsp'));
    const gated = await gateFileForTest(line, protocolFor(workspace, line), 'flowjo');
    expect(gated.counts).toEqual(Object.fromEntries(workspace.samples[0]?.counts ?? []));
  });

  const all = readdirSyncSafe().filter((file) => file.endsWith('.wsp'));
  it.each(all)('%s: import, export, import gives the same', (file) => {
    const read = readWorkspace(textOf(file));
    const { text, notes } = writeWorkspace(read);
    expect(notes).toEqual([]);
    expect(content(readWorkspace(text))).toEqual(content(read));
  });

  it('reads groups, samples without gates, booleans and names with dots', () => {
    const plain = readWorkspace(textOf('parse-only/8_color_ICS_sample_without_gates.wsp'));
    expect(plain.samples.map(({ imported }) => imported.strategy.length)).toEqual([1, 0, 1]);
    expect(plain.groups.map(({ name, samples }) => `${name} ${samples.length}`)).toContain('DEN 3');
    const booleans = readWorkspace(textOf('parse-only/8_color_ICS_boolean_gate_testing.wsp'));
    const kinds = JSON.stringify(booleans.samples[0]?.imported.strategy).match(/"operation":"(and|or)"/g);
    expect(kinds).toHaveLength(5);
    const dotted = readWorkspace(textOf('parse-only/8_color_ICS_dot_gate_name.wsp'));
    expect([...(dotted.samples[0]?.counts.keys() ?? [])].some((name) => name.includes('.'))).toBe(true);
  });

  it.each([
    'gml_rect1_gate.xml',
    'gml_poly2_gate.xml',
    'gml_poly3ns_gate.xml',
    'gml_quadrant1_gate.xml',
    'gml_ellipse1_gate.xml',
    'gml_boolean_and3_complement_gate.xml',
    'gml_boolean_or1_gate.xml',
    'gml_matrix_rect3_gate.xml',
    'gml_matrix_poly4_gate.xml',
    'gml_transform_logicle_range4_gate.xml',
    'gml_parent_quadrant_rect_gate.xml',
  ])('holds the same events as Gating-ML: %s', async (file) => {
    const data = path.join(sharedFolder, 'gatingml', 'data1.fcs');
    const strategy = readGatingMl(readFileSync(path.join(sharedFolder, 'gatingml', 'gml', file), 'utf8'));
    const direct = await gateFileForTest(data, protocolOfStrategy(file, strategy));
    const through = await gateFileForTest(data, (dataset) => {
      const { text, notes } = writeWorkspace(newWorkspace([{ name: 'data1.fcs', uri: 'data1.fcs', dataset, strategy, counts: new Map() }]));
      expect(notes.filter(({ code }) => code === 'population-unrepresentable')).toEqual([]);
      return protocolFor(readWorkspace(text), data)(dataset);
    });
    for (const [population, members] of Object.entries(direct.members)) expect(through.members[population], population).toBe(members);
  });
});

function readdirSyncSafe(): readonly string[] {
  if (!hasShared) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' });
}
