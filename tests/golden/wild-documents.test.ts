import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../core/base/problem.ts';
import { differFromStored } from '../../core/exchange/flowjo/stored-counts.ts';
import { readStrategy, type StrategyForSample } from '../../core/exchange/formats/read-strategy.ts';
import type { Evaluator } from '../../core/gating/evaluate/evaluators.ts';
import { gateFileForTest } from '../fixtures/gate-file.ts';
import { hasShared, sharedFolder } from '../shared-data.ts';

/*
 * Documents of other programs as bug reports describe them. Counts are those that the document stores, or that the README beside it states; where
 * neither says, `from` says whence they follow.
 */

const folder = path.join(sharedFolder, 'wild');

async function gate(document: string, file: string, evaluator: Evaluator = 'exact') {
  let read: StrategyForSample | undefined;
  const gated = await gateFileForTest(
    path.join(folder, file),
    (dataset) => {
      read = readStrategy(readFileSync(path.join(folder, document)), document, dataset, { file });
      return read.protocol;
    },
    evaluator,
  );
  const { '': _, ...counts } = gated.counts;
  const codes = (read?.notes ?? []).map(({ code, about }) => `${code} ${about}`.trim());
  return { counts, refused: gated.refused, codes, stored: read?.sample?.counts ?? new Map<string, number>() };
}

const panel = 't panel 02_A2_CD4+ 50%.fcs';
const cells = { CD56: 8_082 };

/** Workspaces that are counted in full: each stored count is met on FlowJo's grid, these beside them exactly. */
const counted: readonly (readonly [document: string, file: string, exact: { readonly [path: string]: number }])[] = [
  ['w01_slash_bool.wsp', 'w.fcs', { 'Live∕dead - live/CD3∕CD56 NK': 5_694 }],
  ['w02_time_gain_equal.wsp', 'w.fcs', { Time: 974 }],
  ['w02b_time_gain_other.wsp', 'w.fcs', { Time: 7_986 }],
  ['w02c_time_no_gain.wsp', 'w.fcs', { Time: 974 }],
  ['w18_time_gain1.wsp', 'w.fcs', { Time: 974 }],
  ['w18c_time_gain0.wsp', 'w.fcs', { Time: 974 }],
  // from: a width of 0 is half a decade, as any beyond FlowJo's range
  ['w03_biex_width0.wsp', 'w.fcs', { ...cells, 'CD56/poly': 6_068 }],
  ['w03b_biex_width1.wsp', 'w.fcs', { ...cells, 'CD56/poly': 6_068 }],
  ['w05_comp_and_raw.wsp', 'w5.fcs', { raw56: 18_988, comp56: 8_082 }],
  ['w06_slash_channel.wsp', 'w6.fcs', { comp56: 8_082, 'comp56/raw': 8_082 }],
  // from: the polygon is a rectangle of the linear values, 60,000 to 120,000 and 10,000 to 60,000
  ['w07_linear_maxrange_bad.wsp', 'w.fcs', { FSC: 20_000, 'FSC/p': 19_978 }],
  ['w09_plus_percent.wsp', panel, cells],
  ['w09b_uri_raw_percent.wsp', panel, cells],
  ['w10_formfeed.wsp', 'w.fcs', cells],
  ['w10b_formfeed_ref.wsp', 'w.fcs', cells],
  ['w11_no_namespaces.wsp', 'w.fcs', cells],
  ['w12_decimal_comma.wsp', 'w.fcs', { CD3: 12_928, ...cells }],
  ['w15_latin1_declared_utf8.wsp', 'w.fcs', { Größe: 8_082 }],
  ['w16_reversed.wsp', 'w.fcs', { rev: 0, far: 0, line: 0 }],
  ['w20_fjcomp.wsp', 'w20.fcs', cells],
  ['w21_offscale_polygon.wsp', 'w21.fcs', { hi: 7_885 }],
  ['w22_offscale_top_beyond.wsp', 'w21.fcs', { hi: 7_885 }],
  ['w22b_offscale_top_near.wsp', 'w21.fcs', { hi: 7_885 }],
  ['w23_offscale_negative.wsp', 'w23.fcs', { left: 5_855 }],
  ['w24_file_matrix_unusable.wsp', 'b05_spill_marker_names.fcs', cells],
  ['w28_ellipse.wsp', 'w.fcs', { lymph: 19_144 }],
  ['w29_outside.wsp', 'w.fcs', { not56: 11_918 }],
  ['w30_not_of_other_branch.wsp', 'w.fcs', { live: 18_797, 'live/not CD3': 6_648 }],
];

/** What is counted nevertheless, and why the others are not. */
const partly = [
  {
    document: 'w04_derived.wsp',
    counts: cells,
    refused: { Ratio: 'marker-absent', 'Ratio/below': 'marker-absent' },
    code: 'transform-absent',
  },
  { document: 'w13_dup_names.wsp', counts: { Q: 8_082, 'Q (2)': 12_928 }, refused: {}, code: 'boolean-ambiguous both' },
  { document: 'w17_unknown_scale.wsp', counts: cells, refused: {}, code: 'gate-scale-unreadable CD56/p' },
  { document: 'w25_comp_gate_no_matrix.wsp', counts: {}, refused: { CD56: 'matrix-unknown' }, code: 'compensation-unknown Comp-PE-A' },
];

/** Gating-ML: base.fcs has 8,082 events above 1,000 in PE, and 974 between 0.5 and 3.5 seconds, as the workspaces store. */
const gatingMl: readonly (readonly [document: string, counts: { readonly [path: string]: number }])[] = [
  ['g1_fcs_ref_no_matrix.xml', { NK: 8_082 }],
  ['g6_marker_name.xml', { NK: 8_082 }],
  // from: the standard's time is in seconds, so that 50 to 350 are not steps
  ['g7_time_ticks.xml', { T: 3_377 }],
  ['g8_time_seconds.xml', { T: 974 }],
];

const refused: readonly (readonly [document: string, code: string])[] = [
  ['w14_same_file_name.wsp', 'sample-ambiguous'],
  ['w27_name_suffix.wsp', 'sample-differs'],
  ['g2_duplicate_ids.xml', 'gatingml-id-taken'],
  ['g3_parent_missing.xml', 'gatingml-reference'],
  ['g4_circular.xml', 'gatingml-circular'],
  ['g5_transform_missing.xml', 'gatingml-reference'],
  ['g9_self_boolean.xml', 'gatingml-circular'],
  ['g10_excel_saved.xml', 'document-office'],
];

describe.runIf(hasShared)('documents as bug reports describe them', () => {
  it.each(counted)('%s: as FlowJo counted on its grid, and exactly', async (document, file, exact) => {
    const found = await gate(document, file);
    expect(found.refused).toEqual({});
    expect(found.counts).toMatchObject(exact);
    const onGrid = (await gate(document, file, 'flowjo')).counts;
    for (const [population, count] of found.stored)
      if (population !== '') expect(differFromStored(count, [onGrid[population] ?? Number.NaN]), population).toBe(false);
  });

  it.each(partly)('$document: the others are counted, and it is said why not all', async ({ document, counts, refused: not, code }) => {
    const found = await gate(document, 'w.fcs');
    expect(found.counts).toEqual(counts);
    expect(found.refused).toEqual(not);
    expect(
      found.codes.some((own) => own.startsWith(code)),
      found.codes.join('; '),
    ).toBe(true);
  });

  it.each(gatingMl)('%s', async (document, counts) => expect((await gate(document, 'base.fcs')).counts).toEqual(counts));

  it.each(refused)("%s is refused under the document's own name: %s", async (document, code) => {
    const file = document.startsWith('g') ? 'base.fcs' : 'w.fcs';
    const problem = await gate(document, file).then(
      () => undefined,
      (error: Problem) => error,
    );
    expect(problem).toMatchObject({ code, place: { file: document } });
    for (const language of ['en', 'ja'] as const) expect(problem?.in(language)).not.toMatch(/[{}]|undefined/);
  });

  it('the ellipse that FlowJo counted keeps the known rule; the reported one differs, and is said', async () => {
    expect((await gate('w28_ellipse.wsp', 'w.fcs', 'flowjo')).counts).toEqual({ lymph: 19_144 });
    expect((await gate('w28_ellipse.wsp', 'w.fcs', 'flowjo-11')).counts).toEqual({ lymph: 19_096 });
  });
});
