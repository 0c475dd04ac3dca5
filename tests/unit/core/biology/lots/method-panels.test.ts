import { describe, expect, it } from 'vitest';
import { type Lot, methodPanels } from '../../../../../core/biology/lots/method-panels.ts';
import type { SampleAnalysis } from '../../../../../core/study/sample/sample-analysis.ts';
import { sampleAnalysis } from '../../../../fixtures/sample-analysis.ts';
import { classifier } from '../classification/made-features.ts';

const profiles = classifier.profiles!.methods;
const base = sampleAnalysis({ eventCount: 3000 });

function lot(id: string, declaredMethod?: string, more: Partial<SampleAnalysis> = {}): Lot {
  const metadata = { role: 'sample', ...(declaredMethod === undefined ? {} : { declaredMethod }) } as const;
  const classification = { ...base.classification, method: 'indeterminate' };
  return { id, name: id, analysis: { ...base, classification, ...more, sample: { ...base.sample, metadata } } };
}
const shown = lot('shown', 'CIK');
const basisOf = (method: string, ...others: Lot[]) => {
  const panel = methodPanels(shown, [shown, ...others], profiles).find((candidate) => candidate.method === method);
  return [panel?.basis, panel?.lot?.id];
};

describe('which sample stands for a method', () => {
  it('the sample itself comes first and never stands for its own method', () => {
    expect(methodPanels(shown, [shown], profiles)[0]).toMatchObject({ basis: 'sample', lot: { id: 'shown' } });
    expect(basisOf('cik')).toEqual(['expected', undefined]);
  });

  it('one that was declared comes before one that was called', () => {
    const called = lot('called', undefined, { classification: { ...base.classification, method: 'cik' } });
    expect(basisOf('cik', called)).toEqual(['called', 'called']);
    expect(basisOf('cik', called, lot('declared', 'cik'))).toEqual(['declared', 'declared']);
  });

  it('not one whose measurement contradicts its declaration, nor one declared as something else', () => {
    const declared = { method: 'cik', known: true, verdict: 'not-consistent', reasons: [] } as const;
    expect(basisOf('cik', lot('wrong', 'CIK', { classification: { ...base.classification, declared } }))[0]).toBe('expected');
    const other = lot('other', 'NIH LAK', { classification: { ...base.classification, method: 'cik' } });
    expect(basisOf('cik', other)[0]).toBe('expected');
  });

  it('not one of another range or kind of scale', () => {
    const channels = base.channels.map((channel) =>
      channel.id === 'CD56' ? { ...channel, transform: { kind: 'log', T: 10_000, M: 4 } as const } : channel,
    );
    expect(basisOf('cik', lot('calibur', 'CIK', { channels }))[0]).toBe('expected');
  });
});
