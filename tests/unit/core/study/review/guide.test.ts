import { describe, expect, it } from 'vitest';
import type { Gate } from '../../../../../core/gating/gates/gates.ts';
import { gateFacts } from '../../../../../core/study/review/gate-facts.ts';
import { FAR, type Guided, guideOf } from '../../../../../core/study/review/guide.ts';
import { analysisOf } from './review-support.ts';

const gateAt = (at: number): Gate => ({ kind: 'rectangle', ranges: [{ min: at }] });
function sample(id: string, at: number, verdict?: 'accepted' | 'returned', more: Partial<Guided> = {}): Guided {
  const analysis = analysisOf(gateAt(at) as never, 10_000, 4000);
  const judged = verdict === undefined ? undefined : { verdict, isOld: false };
  return { id, role: 'sample', facts: gateFacts(analysis, { population: 'Cells/T' }), channels: analysis.channels, judged, ...more };
}
const accepted = [0.49, 0.5, 0.5, 0.51, 0.505, 0.498].map((at, i) => sample(`a${i}`, at, 'accepted'));

describe('guided gating', () => {
  it('scores a gate against accepted samples alone, and follows it while it is moved', () => {
    const own = sample('own', 0.5);
    const all = [
      ...accepted,
      sample('returned', 0.9, 'returned'),
      sample('old', 0.9, 'accepted', { judged: { verdict: 'accepted', isOld: true } }),
      own,
    ];
    expect(guideOf(all, own)).toMatchObject({ accepted: 6, isFar: false });
    const near = guideOf(all, own, gateAt(0.51));
    const far = guideOf(all, own, gateAt(0.6));
    expect(near.isFar).toBe(false);
    expect(far.isFar).toBe(true);
    expect(far.apart!.distance!).toBeGreaterThan(FAR);
    expect(far.apart!.distance!).toBeGreaterThan(near.apart!.distance!);
    // what a moved gate gives is not counted yet
    expect(far.apart!.share).toBeUndefined();
  });

  it('shows an accepted sample from the midst of them', () => {
    const own = sample('own', 0.5);
    expect(['a1', 'a2', 'a5']).toContain(guideOf([...accepted, own], own).reference?.id);
  });

  it('says nothing with too few, and takes no other role or group for a peer', () => {
    const own = sample('own', 0.5);
    expect(guideOf([...accepted.slice(0, 3), own], own)).toMatchObject({ accepted: 3, apart: undefined, isFar: false });
    const others = accepted.map((one, i) => ({ ...one, ...(i % 2 === 0 ? { role: 'fmo' } : { group: 'g2' }) }));
    expect(guideOf([...others, own], own)).toMatchObject({ accepted: 0, reference: undefined });
  });
});
