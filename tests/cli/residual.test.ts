import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeFcs } from '../../core/data/fcs/write/write.ts';
import { type AtlOrder, simulateAtl } from '../../test-data/simulate-atl.ts';
import { runCli } from './run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'residual-'));
const at = (name: string) => path.join(folder, name);
const truths = new Map<string, number>();

function simulated(name: string, order: Omit<AtlOrder, 'events'> & { readonly events?: number }): string {
  const { content, truth } = simulateAtl({ events: 60_000, ...order });
  writeFileSync(at(name), encodeFcs(content));
  truths.set(name, truth.residual);
  return at(name);
}

const lot = { lot: 'SIM-ATL-1' };
let days: readonly string[] = [];
let blank = '';

beforeAll(() => {
  days = [
    simulated('day0.fcs', { culture: 'resting-blood', seed: 1, residual: 5e-3, day: 0, ...lot }),
    simulated('day7.fcs', { culture: 'lak-3-day', seed: 2, residual: 3e-3, day: 7, ...lot }),
    simulated('day14.fcs', { culture: 'expanded-nk', seed: 3, residual: 0, day: 14, ...lot }),
  ];
  blank = simulated('blank.fcs', { culture: 'expanded-nk', seed: 4, residual: 0, lot: 'SIM-BLANK' });
});

describe('residual', () => {
  it('counts what was put in, and says it in both languages', () => {
    const plan = at('plan.json');
    const { residual } = JSON.parse(readFileSync('core/study/protocol/atl-product.json', 'utf8'));
    writeFileSync(plan, JSON.stringify({ ...residual, minimumEvents: 10_000 }));
    const run = runCli(['residual', days[1]!, '--plan', plan, '--blank', blank, '--cells', '1e9', '--cells-cv', '0.1', '--json']);
    expect(run.code).toBe(0);
    const result = JSON.parse(run.out);
    expect(Math.abs(result.sum.n - truths.get('day7.fcs')!)).toBeLessThanOrEqual(4);
    expect(result).toMatchObject({ state: 'quantified', doubts: [], plan: { revision: 1, material: 'product' } });
    expect(result.cells.upper).toBeGreaterThan(result.cells.cells);
    expect(result.blanks.limits.reportedLod).toBeGreaterThan(0);
    const japanese = runCli(['residual', days[2]!, '--plan', plan, '--blank', blank, '--cells', '1e9', '--lang', 'ja']);
    expect(japanese.out).toContain('検出せず(0個)');
    expect(japanese.out).toMatch(/最大[\d,]+個の残存細胞を否定できません/);
  });

  it('cannot tell without a blank, and keeps the count', () => {
    const run = runCli(['residual', days[1]!, '--protocol', 'atl-product', '--json']);
    expect(run.code).toBe(0);
    const result = JSON.parse(run.out);
    expect(result.state).toBe('cannot-tell');
    expect(result.doubts.map(({ code }: { code: string }) => code)).toContain('blank-missing');
    expect(result.sum.n).toBeGreaterThan(0);
  });

  it('counts the same file once, and refuses tubes of two days', () => {
    const run = runCli(['residual', ...days.slice(0, 2), days[0]!, '--protocol', 'atl-blood', '--json']);
    expect(run.code).toBe(1);
    const codes = JSON.parse(run.out).refused.map(({ error }: { error: { code: string } }) => error.code);
    expect(codes).toContain('residual-other-sample');
  });

  it('follows a culture to a PDF', () => {
    const counts = at('counts.csv');
    writeFileSync(counts, 'day,cells,cv\n0,5e7,0.1\n7,5e7,0.1\n14,5e8,0.1\n');
    const out = at('course.pdf');
    const args = ['--protocol', 'atl-product', '--blank', blank, '--counts', counts, '--out', out, '--lang', 'ja'];
    const run = runCli(['residual', 'course', ...days, ...args, '--json']);
    expect(run.code).toBe(0);
    expect(JSON.parse(run.out).days.map(({ day }: { day: number }) => day)).toEqual([0, 7, 14]);
    expect(readFileSync(out).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('follows one culture: a day of another lot is named and left out', () => {
    const other = simulated('other.fcs', { culture: 'lak-3-day', seed: 9, residual: 3e-3, day: 10, lot: 'SIM-ATL-2' });
    const run = runCli(['residual', 'course', ...days.slice(0, 2), other, '--protocol', 'atl-blood', '--json']);
    rmSync(other);
    expect(run.code).toBe(1);
    const { days: followed, errors } = JSON.parse(run.out);
    expect(followed.map(({ day }: { day: number }) => day)).toEqual([0, 7]);
    expect(errors).toMatchObject([{ error: { code: 'residual-other-sample' } }]);
  });

  it('gives the same of a lot in an archive', () => {
    const archive = at('lab.archive');
    expect(runCli(['archive', 'import', folder, '--archive', archive]).code).toBe(0);
    expect(runCli(['batch', '--archive', archive, '--protocol', 'atl-blood']).code).toBe(0);
    const batch = ['--archive', archive, '--batch', '1', '--lot', 'SIM-ATL-1'];
    const stored = runCli(['residual', 'course', ...batch, '--protocol', 'atl-blood', '--json']);
    const fresh = runCli(['residual', 'course', ...days, '--protocol', 'atl-blood', '--json']);
    const sums = (out: string) => JSON.parse(out).days.map(({ day, sum }: { day: number; sum: object }) => ({ day, sum }));
    expect(stored.code).toBe(0);
    expect(sums(stored.out)).toEqual(sums(fresh.out));
    const unknown = runCli(['residual', 'course', '--archive', archive, '--batch', '1', '--lot', 'NO', '--protocol', 'atl-blood']);
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('[residual-lot-unknown]') });
  });

  it('keeps results in an archive once, and follows a lot by them', () => {
    const archive = at('kept.archive');
    expect(runCli(['archive', 'import', blank, '--archive', archive]).code).toBe(0);
    const keep = (day: string) =>
      runCli(['residual', day, '--protocol', 'atl-product', '--blank', blank, '--cells', '1e9', '--archive', archive, '--json']);
    const kept = days.map((day) => JSON.parse(keep(day).out));
    expect(kept.map((one) => one.archive.isNew)).toEqual([true, true, true]);
    expect(JSON.parse(keep(days[0]!).out).archive).toEqual({ id: kept[0].archive.id, isNew: false });
    const course = runCli(['residual', 'course', '--archive', archive, '--lot', 'SIM-ATL-1', '--json']);
    expect(course.code).toBe(0);
    const followed = JSON.parse(course.out);
    const numbers = ({ sum, upper, state, lod, doubts, blanks: { limits, net } }: (typeof kept)[number]) => [
      sum,
      upper,
      state,
      lod,
      doubts,
      limits,
      net,
    ];
    expect(followed.days.map(numbers)).toEqual(kept.map(numbers));
    expect(followed.days.map(({ cells }: { cells: object }) => cells)).toEqual(
      kept.map(({ state, cells }) => (state === 'cannot-tell' ? undefined : cells)),
    );
    expect(runCli(['archive', 'check', '--archive', archive]).code).toBe(0);
  });

  it('lists first what a new version of the gates changes of a state', () => {
    const archive = at('versions.archive');
    expect(runCli(['archive', 'import', ...days, '--archive', archive]).code).toBe(0);
    const old = JSON.parse(readFileSync('core/study/protocol/atl-blood.json', 'utf8'));
    const [first, second] = [at('first.json'), at('second.json')];
    writeFileSync(first, JSON.stringify(old));
    const events = { lodEvents: 20, loqEvents: 100_000 };
    writeFileSync(second, JSON.stringify({ ...old, revision: 2, residual: { ...old.residual, revision: 2, events } }));
    for (const protocol of [first, second]) expect(runCli(['batch', '--archive', archive, '--protocol', protocol]).code).toBe(0);
    const run = runCli(['diff', '--archive', archive, '2', '--against', '1']);
    expect(run.code).toBe(0);
    expect(run.out.split('\n')[0]).toMatch(
      /^! Residual cells of SIM-ATL-1, day 0: quantified .* revision 1\) → detected, below LOQ .* revision 2\)/,
    );
    expect(JSON.parse(runCli(['diff', '--archive', archive, '2', '--against', '1', '--json']).out).residual).toHaveLength(2);
  });

  it('says what to acquire, and refuses what cannot be', () => {
    expect(JSON.parse(runCli(['residual', 'needed', '--limit', '1e-5', '--json']).out)).toMatchObject({ toExclude: 299_572 });
    for (const [args, code] of [
      [['residual', 'needed', '--limit', '2'], 'residual-limit'],
      [['residual', days[0]!], 'residual-no-plan'],
      [['residual', days[0]!, '--protocol', 'atl-blood', '--cells', '-5'], 'residual-cells'],
      [['residual', 'course', '--archive', 'x', '--protocol', 'atl-blood'], 'residual-no-lot'],
      [['residual', 'course', '--archive', 'x', '--lot', 'L', '--protocol', 'atl-blood', '--blank', blank], 'residual-archive-files'],
    ] as const)
      expect(runCli(args)).toMatchObject({ code: 2, err: expect.stringContaining(`[${code}]`) });
  });

  it('gives the proviral load of a table, beside flow cytometry of the day', () => {
    const table = at('droplets.csv');
    writeFileSync(
      table,
      'Well,Sample,Target,Positives,AcceptedDroplets\nA1,P1,tax,37,18211\nA1,P1,RPP30,12840,18211\nB1,P2,tax,0,18000\nB1,P2,RPP30,12000,18000\n',
    );
    const run = runCli(['residual', 'pcr', table, '--droplet-nl', '0.85', '--flow', '12/500000', '--json']);
    expect(run.code).toBe(1);
    const { samples, errors } = JSON.parse(run.out);
    expect(samples[0]).toMatchObject({ sample: 'P1', excludedBy: 'pcr-higher' });
    expect(samples[0].per100).toBeCloseTo(0.333135, 5);
    expect(errors[0].error.code).toBe('pcr-no-dna');
    const all = runCli(['residual', 'pcr', table, '--droplet-nl', '0.85', '--dna-ng', '100', '--lang', 'ja']);
    expect(all.code).toBe(0);
    expect(all.out).toContain('P2:測定細胞15,152個からtaxは検出されませんでした。信頼度95%での上限は100細胞あたり0.0198コピーです。');
    expect(runCli(['residual', 'pcr', table]).err).toContain('pcr-droplet-volume');
    const copies = runCli(['residual', 'pcr', '--tax-copies', '820', '--reference-copies', '41000']);
    expect(copies.out).toContain('4.00 copies per 100 cells; 20,500 cells assayed');
  });

  it('a lot of five days ends undetected, and a PDF in Japanese says in one sentence what a bag may hold', () => {
    const lotOf = (name: string) => ({ lot: name });
    const order = [
      [0, 5e-3],
      [5, 1.5e-3],
      [10, 5e-4],
      [14, 0],
      [18, 0],
    ] as const;
    const files = order.map(([day, residual], i) =>
      simulated(`five-${day}.fcs`, { culture: 'resting-blood', seed: 20 + i, residual, day, ...lotOf('SIM-FIVE') }),
    );
    const plan = at('five-plan.json');
    const { residual } = JSON.parse(readFileSync('core/study/protocol/atl-product.json', 'utf8'));
    const end = { results: 2, lodAtMost: 1e-3 };
    writeFileSync(plan, JSON.stringify({ ...residual, minimumEvents: 10_000, needsBlank: false, cellsCv: 0.08, end }));
    const counts = at('five.csv');
    writeFileSync(counts, 'day,cells\n0,5e7\n5,6e7\n10,7e7\n14,2e8\n18,1e9\n');
    const out = at('five.pdf');
    const run = runCli(['residual', 'course', ...files, '--plan', plan, '--counts', counts, '--out', out, '--lang', 'ja', '--json']);
    expect(run.code).toBe(0);
    const result = JSON.parse(run.out);
    expect(result).toMatchObject({ fate: 'eliminated', endMet: true });
    expect(result.decay.halfLifeDays).toBeGreaterThan(0);
    const said = result.sentences.filter((text: string) => /^生細胞.*個中、最大[\d,]+個の残存細胞を否定できません/.test(text));
    expect(said).toHaveLength(1);
    const read = spawnSync('pdftotext', ['-layout', out, '-'], { encoding: 'utf8' });
    if (read.error === undefined) expect(read.stdout.replace(/\s/g, '')).toContain('個の残存細胞を否定できません');

    const diluting = [
      [0, 4e-3, '5e7'],
      [7, 8e-4, '2.5e8'],
      [14, 4e-4, '5e8'],
    ] as const;
    const thinned = diluting.map(([day, share], i) =>
      simulated(`thin-${day}.fcs`, { culture: 'resting-blood', seed: 30 + i, residual: share, day, ...lotOf('SIM-THIN') }),
    );
    writeFileSync(counts, `day,cells,cv\n${diluting.map(([day, , cells]) => `${day},${cells},0.1`).join('\n')}\n`);
    const thin = runCli(['residual', 'course', ...thinned, '--plan', plan, '--counts', counts, '--json']);
    expect(JSON.parse(thin.out).fate).toBe('diluted');
  });
});
