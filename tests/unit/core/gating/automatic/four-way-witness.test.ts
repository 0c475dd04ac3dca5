import { describe, expect, it } from 'vitest';
import type { ScaledColumn } from '../../../../../core/data/events/event-table.ts';
import { fourWay } from '../../../../../core/gating/automatic/four-way/four-way.ts';
import type { StepInput } from '../../../../../core/gating/automatic/kind/step.ts';
import { type Blob, inputOf, stepInput } from './support-steps.ts';

const prior = { low: 0.15, expected: 0.33, high: 0.5 };
const step = fourWay.schema.parse({ kind: 'four-way', x: prior, y: prior, witnesses: { carried: ['CD16'], lacking: ['CD19'] } });

/** Clusters on CD3, CD56, CD16 and CD19; a step sees the first two, and the others when it asks for them. */
function seen(blobs: readonly Blob[], stained: readonly string[] = ['CD16', 'CD19']): StepInput {
  const { parts } = inputOf(blobs);
  const columns = parts[0]!.columns as readonly ScaledColumn[];
  const by: { readonly [id: string]: ScaledColumn } = { CD16: columns[2]!, CD19: columns[3]! };
  return {
    ...stepInput(columns.slice(0, 2) as readonly Float64Array[]),
    witness: (id) => (stained.includes(id) ? { columns: [by[id]!], zero: 0.15 } : undefined),
  };
}

const [off, on] = [0.2, 0.6];
const cells = (events: number, ...at: readonly number[]): Blob => ({ events, at: at.map((mean) => [mean, 0.05]) });
const codesOf = (input: StepInput) => {
  const { light, evidence } = fourWay.place(step, input);
  return { light, codes: evidence.map(({ code }) => code) };
};
const t = cells(6500, on, off, off, off);
const b = cells(1500, off, off, off, on);

describe('markers beside CD3 and CD56', () => {
  it('agree with NK cells that stand apart', () => {
    const { light, codes } = codesOf(seen([cells(2000, off, on, on, off), t, b]));
    expect(light).toBe('green');
    expect(codes.filter((code) => /witness|hardly/.test(code))).toEqual([]);
  });

  it('CD16+ cells that are far more than NK cells: red, and amber where they are somewhat more', () => {
    const withDim = (dim: number) => seen([cells(1000, off, on, on, off), cells(dim, off, off, on, off), t, b]);
    expect(codesOf(withDim(1500))).toMatchObject({ light: 'red', codes: expect.arrayContaining(['witness-more']) });
    expect(codesOf(withDim(800))).toMatchObject({ light: 'amber', codes: expect.arrayContaining(['witness-more']) });
    expect(codesOf(withDim(100)).codes).not.toContain('witness-more');
  });

  it('B cells above the divider are no NK cells', () => {
    const { light, codes } = codesOf(seen([cells(500, off, on, on, off), cells(1500, off, on, off, on), t]));
    expect(light).toBe('red');
    expect(codes).toContain('witness-foreign');
  });

  it('hardly any NK cells of many others is believed only where a marker says what these are', () => {
    const sample = [cells(80, off, on, on, off), t, b, cells(700, off, off, off, off)];
    expect(codesOf(seen(sample, []))).toMatchObject({ light: 'red', codes: expect.arrayContaining(['hardly-any']) });
    expect(codesOf(seen(sample, ['CD19'])).codes).not.toContain('hardly-any');
    expect(codesOf(seen([cells(50, off, on, on, off), t, cells(600, off, off, off, off)], [])).codes).not.toContain('hardly-any');
  });

  it('that the sample lacks, or that show one kind of cells only, say nothing', () => {
    const sample = [cells(2000, off, on, on, off), t, cells(1500, off, off, on, off)];
    expect(codesOf(seen(sample, [])).codes.filter((code) => /witness/.test(code))).toEqual([]);
    expect(codesOf(seen([cells(2000, off, on, off, off), t, cells(1500, off, off, off, off)])).codes).not.toContain('witness-more');
  });
});
