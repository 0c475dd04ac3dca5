import { describe, expect, it } from 'vitest';
import { analyseSample, type Host } from '../../../../../core/analyse.ts';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import { encodeFcs } from '../../../../../core/data/fcs/write/write.ts';
import type { FcsContent } from '../../../../../core/data/fcs/write/write-content.ts';
import { defaultQualityOptions } from '../../../../../core/gating/quality/quality-options.ts';
import { createPool, createSha256 } from '../../../../../headless/host/host.ts';
import { simulateSample } from '../../../../../test-data/simulate-sample.ts';
import { shipped } from '../session/session-support.ts';

const host: Host = { pool: createPool(), createHash: createSha256, software: '0', protocolSha256: '' };
const events = 20_000;

/** A fifth of the events in the middle has far more light in every detector. */
function disturbed(): FcsContent {
  const [content] = simulateSample({ culture: 'expanded-nk', seed: 1, events, instrument: 'modern' }).content;
  if (content === undefined) throw new Error('no data set');
  const columns = content.columns.map((column, i) => {
    const moved = Float32Array.from(column as ArrayLike<number>);
    const name = content.channels[i]?.name ?? '';
    if (!name.startsWith('FSC') && !name.startsWith('SSC') && name !== 'Time')
      for (let event = 0.4 * events; event < 0.6 * events; event++) moved[event] = 4 * (moved[event]! + 300);
    return moved;
  });
  return { ...content, columns };
}

const analyse = (content: FcsContent, removes: boolean) =>
  analyseSample(bytesSource('a.fcs', encodeFcs([content])), { ...shipped, quality: { ...defaultQualityOptions, removes } }, host);

describe('events that quality control flags', () => {
  it('are told of, and stay where the protocol does not remove them', async () => {
    const { populations, findings } = await analyse(disturbed(), false);
    expect(populations[0]?.count).toBe(events);
    expect(findings.some(({ code }) => code === 'quality-removed')).toBe(false);
  });

  it('are in no gate and no count where it does, and the sample says how many were left out', async () => {
    const { populations, findings, sample } = await analyse(disturbed(), true);
    const removed = findings.find(({ code }) => code === 'quality-removed')?.values?.['removed'];
    expect(sample.eventCount).toBe(events);
    expect(removed).toBeGreaterThan(0.19 * events);
    expect(removed).toBeLessThan(0.25 * events);
    expect(populations[0]?.count).toBe(events - Number(removed));
  });

  it('change nothing in a clean file', async () => {
    const [clean] = simulateSample({ culture: 'expanded-nk', seed: 1, events, instrument: 'modern' }).content;
    if (clean === undefined) throw new Error('no data set');
    const counts = async (removes: boolean) => (await analyse(clean, removes)).populations.map(({ count }) => count);
    expect(await counts(true)).toEqual(await counts(false));
  });
});
