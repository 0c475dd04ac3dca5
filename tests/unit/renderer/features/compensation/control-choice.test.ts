import { describe, expect, it } from 'vitest';
import type { ControlMatrix } from '../../../../../core/data/compensation/matrix-from-controls.ts';
import { changeTexts } from '../../../../../core/show/history/change-text.ts';
import { historySay } from '../../../../../core/show/history/words.ts';
import { parseEdit } from '../../../../../core/study/session/edits/edit-kinds.ts';
import {
  type ControlFile,
  chosenTubes,
  matrixChoice,
  nothingChosen,
  withAccepted,
  withGate,
  withTube,
  withUnstained,
} from '../../../../../renderer/features/compensation/control-choice.ts';

const file = (id: string): ControlFile => ({ id, name: `${id}.fcs`, role: 'sample', channels: [], sha256: id.repeat(64).slice(0, 64) });
const files = ['a', 'b', 'c'].map(file);
const detectors = ['FITC-A', 'PE-A'];
const chosen = withUnstained(withTube(withTube(nothingChosen, 'PE-A', 'b'), 'FITC-A', 'a'), 'c');

describe('tubes as a person chooses them', () => {
  it('a file is one tube', () => {
    expect(chosenTubes(chosen, detectors, files).map(({ detector, file: name }) => `${detector} ${name}`)).toEqual([
      'FITC-A a.fcs',
      'PE-A b.fcs',
    ]);
    const moved = withTube(chosen, 'FITC-A', 'b');
    expect([...moved.tubes]).toEqual([['FITC-A', { key: 'b' }]]);
    expect(withTube(chosen, 'FITC-A', 'c').unstained).toBeUndefined();
    expect(withUnstained(chosen, 'a').tubes.has('FITC-A')).toBe(false);
    expect(withTube(chosen, 'PE-A', undefined).tubes.has('PE-A')).toBe(false);
  });
  it('what was accepted was accepted of these gates and this tube', () => {
    const accepted = withAccepted(chosen, 'PE-A', true);
    expect(withGate(accepted, 'PE-A', 'positive', { min: 1, max: 2 }).accepted.size).toBe(0);
    expect(withGate(accepted, 'FITC-A', 'positive', { min: 1, max: 2 }).accepted.size).toBe(1);
    expect(withTube(accepted, 'PE-A', 'c').accepted.size).toBe(0);
    expect(withAccepted(accepted, 'PE-A', false).accepted.size).toBe(0);
  });
  it('gates of negatives go with the unstained tube, and come back from the events', () => {
    const gated = withGate(withGate(chosen, 'PE-A', 'negative', { min: 1, max: 2 }), 'PE-A', 'positive', { min: 5, max: 9 });
    expect(withUnstained(gated, undefined).tubes.get('PE-A')).toEqual({ key: 'b', gates: { positive: { min: 5, max: 9 } } });
    expect(withGate(gated, 'PE-A', 'positive', undefined).tubes.get('PE-A')?.gates?.positive).toBeUndefined();
  });
  it('the session keeps the matrix with digests and gates, and the audit says the tubes', () => {
    const result: ControlMatrix = {
      detectors,
      matrix: [
        [1, 0.2],
        [0.1, 1],
      ],
      errors: [],
      conditionNumber: 1,
      positives: [],
      rounds: 1,
      residual: 0,
      warnings: [],
      rows: [],
      isWhole: true,
      before: [],
      residuals: [],
      gates: [{ positive: { min: 10, max: 20 }, negative: { min: 0, max: 1 } }, { positive: { min: 10, max: 20 } }],
    };
    const tubes = chosenTubes(chosen, detectors, files);
    const compensation = matrixChoice('of the day', result, tubes, 'c', files);
    expect(compensation?.source?.tubes[0]).toEqual({
      detector: 'FITC-A',
      file: 'a.fcs',
      sha256: 'a'.repeat(64),
      positive: { min: 10, max: 20 },
      negative: { min: 0, max: 1 },
    });
    const action = parseEdit({ type: 'compensation/set', compensation });
    const change = { of: 'compensation', before: undefined, after: 'compensation' in action ? action.compensation : undefined } as const;
    const said = changeTexts(change, { language: 'en', say: historySay('en'), valueAt: () => undefined });
    expect(said.after).toBe('matrix "of the day" from the single stains FITC-A: a.fcs, PE-A: b.fcs');
    expect(matrixChoice('of the day', { ...result, isWhole: false }, tubes, 'c', files)).toBeUndefined();
    expect(matrixChoice('of the day', result, tubes, 'c', [{ ...files[0]!, sha256: undefined }, ...files.slice(1)])).toBeUndefined();
  });
});
