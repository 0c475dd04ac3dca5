import { describe, expect, it } from 'vitest';
import { MOST_OVERLAYS, type Overlay } from '../../../../../core/study/arrangement/plot.ts';
import type { Sample } from '../../../../../core/study/session/document/session-document.ts';
import { runControls, withOverlay, withoutOverlay } from '../../../../../renderer/features/plots/overlay-actions.ts';

const nk: Overlay = { population: 'NK' };
const other: Overlay = { sample: 's2', population: 'NK' };

describe('overlays of a plot', () => {
  it('are taken once, told by sample and population, and no more than a plot can hold', () => {
    expect(withOverlay([nk], { population: 'NK' })).toEqual([nk]);
    expect(withOverlay([nk], other)).toEqual([nk, other]);
    expect(withoutOverlay([nk, other], { population: 'NK' })).toEqual([other]);
    const full = Array.from({ length: MOST_OVERLAYS }, (_, i): Overlay => ({ population: `P${i}` }));
    expect(withOverlay(full, nk)).toBe(full);
  });
  it('of a run are its FMO and unstained controls', () => {
    const samples = (['sample', 'fmo', 'unstained', 'single-stain'] as const).map(
      (role, i): Sample => ({ id: `s${i + 1}`, file: { name: `${i}.fcs`, sha256: '', size: 1, dataset: 0 }, metadata: { role } }),
    );
    expect(runControls(samples).map(({ id }) => id)).toEqual(['s2', 's3']);
  });
});
