import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { blandAltman } from '../../../../../core/study/comparison/bland-altman.ts';
import { changeText } from '../../../../../core/study/comparison/change-messages.ts';
import { compareAnalyses } from '../../../../../core/study/comparison/compare-analyses.ts';
import { compareProtocols } from '../../../../../core/study/comparison/compare-protocols.ts';
import { createSummary } from '../../../../../core/study/comparison/comparison-summary.ts';
import { parseProtocol } from '../../../../../core/study/protocol/protocol.ts';
import { sampleAnalysis } from '../../../../fixtures/sample-analysis.ts';

describe('Bland and Altman', () => {
  // peak flow by two meters, the first of each: table 1 of Lancet 1986; 327: 307
  const wright = [494, 395, 516, 434, 476, 557, 413, 442, 650, 433, 417, 656, 267, 478, 178, 423, 427];
  const mini = [512, 430, 520, 428, 500, 600, 364, 380, 658, 445, 432, 626, 260, 477, 259, 350, 451];
  const found = blandAltman(wright.map((after, i) => ({ before: mini[i] ?? 0, after })));

  it('gives the numbers of the paper', () => {
    expect(found?.n).toBe(17);
    expect(found?.bias).toBeCloseTo(-2.1, 1);
    expect(found?.sd).toBeCloseTo(38.8, 1);
    expect(found?.biasInterval[0]).toBeCloseTo(-22.0, 0);
    expect(found?.biasInterval[1]).toBeCloseTo(17.8, 0);
    // the paper takes 2 for 1.96; the half width of a limit's interval is its 34.6
    expect(found?.lower).toBeCloseTo(-2.1 - 1.96 * 38.77, 0);
    expect(((found?.lowerInterval[1] ?? 0) - (found?.lowerInterval[0] ?? 0)) / 2).toBeCloseTo(34.6, 0);
  });

  it('says nothing about fewer than three, and 0 where nothing differs', () => {
    expect(
      blandAltman([
        { before: 1, after: 2 },
        { before: 1, after: 2 },
      ]),
    ).toBeUndefined();
    expect(blandAltman([1, 2, 3].map((x) => ({ before: x, after: x })))).toMatchObject({ bias: 0, sd: 0, lower: 0, upper: 0 });
  });
});

const text = readFileSync(new URL('../../../../../core/study/protocol/nk-t.json', import.meta.url), 'utf8');
const protocol = parseProtocol(text);

describe('two versions of a protocol', () => {
  it('share everything where only the revision differs', () => {
    expect(compareProtocols(protocol, { ...protocol, revision: 9, name: 'other' })).toEqual([]);
  });

  it('are told apart part by part, a gate without what hangs below it', () => {
    const [first, ...others] = protocol.strategy;
    if (first === undefined) throw new Error('no gate');
    const renamed = { ...first, populations: first.populations.map((population) => ({ ...population, name: 'Cells' })) };
    const after = { ...protocol, strategy: [renamed, ...others], compensation: { use: 'none' as const } };
    const changes = compareProtocols(protocol, after);
    expect(changes[0]).toEqual({ part: 'compensation', change: 'changed' });
    expect(changes).toContainEqual({ part: 'gate', name: 'Cells', change: 'added' });
    expect(changes.map((change) => changeText(change, 'ja')).join()).toContain('ゲート「Cells」を追加');
    expect(changeText({ part: 'gate', name: 'A/B', change: 'changed' }, 'en')).toBe('Gate of A/B changed');
  });
});

describe('two results of a run', () => {
  const before = sampleAnalysis();
  it('finds no limit that flips where one thing has two of them, one met and one not', () => {
    const rule = (atLeast: number, passed: boolean) => ({
      code: 'at-least',
      passed,
      values: { group: 'eligibility', feature: 'nk', atLeast },
    });
    const reasons = [rule(50, false), rule(25, true)];
    const twice = { ...before, classification: { ...before.classification, reasons } };
    expect(compareAnalyses(twice, structuredClone(twice))).toMatchObject({ changed: false, limits: [] });
  });

  it('that are equal change nothing', () => {
    expect(compareAnalyses(before, structuredClone(before))).toMatchObject({ changed: false, limits: [], call: { flipped: false } });
  });

  it('show what moved, in points, and whether the intervals touch', () => {
    const [all, first, ...rest] = before.populations;
    if (all === undefined || first === undefined) throw new Error('no population');
    const moved = { ...first, percentOfParent: 1, interval: { low: 0.5, high: 2, method: 'wilson' as const, confidence: 0.95 } };
    const compared = compareAnalyses(before, { ...before, populations: [all, moved, ...rest] });
    expect(compared.changed).toBe(true);
    const change = compared.populations.find(({ path }) => path === first.path);
    expect(change?.change).toBeCloseTo(1 - (first.percentOfParent ?? 0), 10);
    expect(change?.apart).toBe(true);
  });

  it('name populations that only one of them has', () => {
    const fewer = { ...before, populations: before.populations.slice(0, -1) };
    const last = before.populations.at(-1)?.path;
    expect(compareAnalyses(before, fewer).populations.find(({ path }) => path === last)).toMatchObject({ before: {}, apart: false });
    expect(compareAnalyses(fewer, before).populations.find(({ path }) => path === last)?.before).toBeUndefined();
  });

  it('are summed up over runs', () => {
    const flipped = { ...before, classification: { ...before.classification, group: 'indeterminate' as const, method: 'indeterminate' } };
    const total = createSummary();
    for (const after of [before, flipped, flipped]) total.add(compareAnalyses(before, after));
    const { runs, changed, flippedCalls, flips, agreement } = total.summary();
    expect({ runs, changed, flippedCalls }).toEqual({ runs: 3, changed: 2, flippedCalls: 2 });
    expect(flips).toEqual([{ before: expect.stringContaining(before.classification.group), after: 'indeterminate', runs: 2 }]);
    expect(agreement.every(({ agreement: { bias } }) => bias === 0)).toBe(true);
  });
});
