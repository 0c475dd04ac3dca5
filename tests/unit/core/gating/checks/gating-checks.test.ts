import { describe, expect, it } from 'vitest';
import { blastsCutOff } from '../../../../../core/gating/checks/blasts-cut-off.ts';
import { cd3Modulation } from '../../../../../core/gating/checks/cd3-modulation.ts';
import { cd45Negative } from '../../../../../core/gating/checks/cd45-negative.ts';
import { coincidentDoublets } from '../../../../../core/gating/checks/coincident-doublets.ts';
import { cutSensitivity } from '../../../../../core/gating/checks/cut-sensitivity.ts';
import { deadCells } from '../../../../../core/gating/checks/dead-cells.ts';
import { feederCells } from '../../../../../core/gating/checks/feeder-cells.ts';
import type { GatingCheck, GatingCheckInput } from '../../../../../core/gating/checks/gating-check.ts';
import { residualTable, spilloverResidual } from '../../../../../core/gating/checks/spillover-residual.ts';
import { findingText } from '../../../../../core/study/sample/analysis-findings.ts';
import { type Cells, gated } from './gating-checks-support.ts';

const nk: Cells = { role: 'nk', events: 2000, at: { CD56: [0.6, 0.05] } };
const t: Cells = { role: 't', events: 5000, at: { CD3: [0.6, 0.04] } };
const other: Cells = { role: 'double-negative', events: 2000, at: {} };

/** Codes found, each with a sentence in both languages. */
function codes(check: GatingCheck, input: GatingCheckInput): readonly string[] {
  return check(input).map((finding) => {
    expect(findingText(finding, 'en')).not.toBe(findingText(finding, 'ja'));
    return finding.code;
  });
}

describe('the CD56 cut', () => {
  it('is harmless where clusters stand apart', () => expect(codes(cutSensitivity, gated([nk, t, other]))).toEqual(['cut-sensitivity']));
  it('decides where NK cells are dim', () => {
    const dim: Cells = { role: 'nk', events: 2000, at: { CD56: [0.42, 0.07] } };
    expect(codes(cutSensitivity, gated([dim, t, other]))).toEqual(['cut-decides']);
  });
});

describe('activated NK cells', () => {
  it('outside the scatter gate are missed', () => {
    const outside: Cells = { role: 'outside', events: 200, at: { FSC: [0.6, 0.03], CD56: [0.6, 0.05] } };
    expect(codes(blastsCutOff, gated([nk, t, other, outside]))).toEqual(['blasts-cut-off']);
    expect(codes(blastsCutOff, gated([nk, t, other]))).toEqual([]);
  });
  it('at the top of forward scatter too', () =>
    expect(codes(blastsCutOff, gated([{ ...nk, at: { ...nk.at, FSC: [1, 0.01] } }, t, other]))).toEqual(['blasts-cut-off']));
});

describe('CD3+CD56+ events', () => {
  const few: Cells = { role: 'nkt-like', events: 10, at: { CD3: [0.6, 0.04], CD56: [0.6, 0.05] } };
  it('no more than doublets would give are labelled so', () =>
    expect(codes(coincidentDoublets, gated([nk, t, other, few], { singletsOf: 9800 }))).toEqual(['nkt-by-doublets']));
  it('beyond that are not', () =>
    expect(codes(coincidentDoublets, gated([nk, t, other, { ...few, events: 400 }], { singletsOf: 9800 }))).toEqual([]));
  it('without a singlet gate come with what is expected', () =>
    expect(codes(coincidentDoublets, gated([nk, t, other]))).toEqual(['no-singlet-gate']));
});

describe('CD3 taken off the surface', () => {
  it('is seen by the distance of the T cells', () => {
    expect(codes(cd3Modulation, gated([nk, { ...t, at: { CD3: [0.36, 0.05] } }, other]))).toEqual(['cd3-low']);
    expect(codes(cd3Modulation, gated([nk, t, other]))).toEqual([]);
  });
});

describe('dead cells', () => {
  const dead: Cells = { role: 'dead', events: 8000, at: {} };
  it('restrict the result, and their absence from the panel is said', () => {
    expect(codes(deadCells, gated([nk, t, other, dead]))).toEqual(['viability-restricted']);
    expect(codes(deadCells, gated([nk, t, other], { viability: false }))).toEqual(['viability-not-gated']);
    expect(codes(deadCells, gated([nk, t, other]))).toEqual([]);
  });
});

describe('light left by compensation', () => {
  function leaking(share: number): GatingCheckInput {
    const input = gated([nk, t, other]);
    const cd3 = Float64Array.from(input.scaled('CD3')!, (value) => 40_000 * value);
    const cd56 = cd3.map((value, i) => 100 + share * value + 50 * Math.sin(i));
    return { ...input, linear: (id) => (id === 'CD3' ? cd3 : id === 'CD56' ? cd56 : undefined) };
  }
  it('is a slope within T cells', () => {
    expect(codes(spilloverResidual, leaking(0.03))).toEqual(['spillover-residual']);
    expect(codes(spilloverResidual, leaking(-0.03))).toEqual(['spillover-residual']);
    expect(codes(spilloverResidual, leaking(0))).toEqual([]);
  });
  it('is given for every pair of channels', () => {
    const x = Float64Array.from({ length: 1000 }, (_, i) => i);
    const table = residualTable([x, x.map((value) => 0.05 * value)]);
    expect(table[0]![1]).toBeCloseTo(0.05, 6);
    expect(table[1]![1]).toBe(1);
  });
});

describe('feeder cells', () => {
  const withCd45 = (cells: Cells): Cells => ({ ...cells, at: { ...cells.at, CD45: [0.7, 0.04] } });
  const feeders: Cells = { role: 'outside', events: 400, at: { FSC: [0.7, 0.05], SSC: [0.4, 0.05], CD45: [0.4, 0.05] } };
  it('are counted by size and dim CD45', () =>
    expect(codes(feederCells, gated([...[nk, t, other].map(withCd45), feeders]))).toEqual(['feeder-cells']));
  it('are not named without CD45, since monocytes look alike', () => expect(codes(feederCells, gated([nk, t, other]))).toEqual([]));
});

describe('platelets among the lymphocytes', () => {
  it('carry no CD45', () => {
    const cd45 = (mean: number) => ({ CD45: [mean, 0.04] as const });
    const platelets: Cells = { role: 'double-negative', events: 900, at: cd45(0.2) };
    const cells = [nk, t, other].map((of): Cells => ({ ...of, at: { ...of.at, ...cd45(0.7) } }));
    expect(codes(cd45Negative, gated([...cells, platelets]))).toEqual(['cd45-negative']);
    expect(codes(cd45Negative, gated(cells))).toEqual([]);
  });
});
