import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fittedSet } from '../../benchmark/classification/fitted-set.ts';
import { analyseContent } from '../../benchmark/classification/measure-case.ts';
import { testMethods } from '../../benchmark/classification/methods.ts';
import { simulateLot } from '../../benchmark/classification/test-lots.ts';
import { profilesOf } from '../../core/biology/classification/classifier.ts';
import { classify } from '../../core/biology/classification/classify.ts';
import { lotsOf } from '../../core/biology/lots/labelled-lot.ts';
import { approvedSet, fitOwnMethod } from '../../core/biology/lots/own-method.ts';
import { featuresOf } from '../../core/biology/lots/reference.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import type { SampleAnalysis } from '../../core/study/sample/sample-analysis.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import { simulateSample } from '../../test-data/simulate-sample.ts';

/* A laboratory fits its own profile to lots of its archive: lots that were held back are called as `benchmark classification` calls them. */

const protocol = parseProtocol(readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
const host = { pool: createPool(), createHash: createSha256, software: '0', protocolSha256: '' };
const EVENTS = 4000;
const FITTED = 15;
const HELD_BACK = 6;

describe('a profile of simulated lots', () => {
  it.each(['nk-feeder-free', 'cik'])('calls held-back lots of %s as the benchmark does', { timeout: 240_000 }, async (name) => {
    const method = testMethods.find((one) => one.method === name)!;
    const blood = simulateSample({
      culture: 'resting-blood',
      seed: 4711,
      events: EVENTS,
      instrument: 'modern',
      lot: 'reference of the day',
    });
    const reference = await analyseContent(blood.content[0]!, protocol, host);
    const analyses: SampleAnalysis[] = [];
    for (let number = 0; number < FITTED + HELD_BACK; number++) {
      const given = simulateLot(method, 500 + number, EVENTS, 'lot', reference);
      const analysis = await analyseContent(given.content, protocol, host);
      const { sample } = analysis;
      analyses.push({
        ...analysis,
        sample: { ...sample, metadata: { ...sample.metadata, lot: given.name, declaredMethod: method.method } },
      });
    }
    const lots = lotsOf(analyses.slice(0, FITTED), profilesOf(protocol.classifier));
    const own = fitOwnMethod(protocol.classifier, method.method, lots, 'ours');
    // lots that may not be called teach nothing
    expect(own.fit).toMatchObject({ lots: lots.length, fitted: true });
    const profiles = approvedSet(own.set, method.method, { by: 'somebody', at: '2026-12-01', lots: lots.length });
    const benchmark = fittedSet(profilesOf(protocol.classifier));
    const callsBy = (set: typeof profiles) =>
      analyses.slice(FITTED).map((analysis) => classify({ ...protocol.classifier, profiles: set }, featuresOf(analysis, reference)).group);
    const rightIn = (calls: readonly string[]) => calls.filter((group) => group === method.group).length;
    const [ours, theirs] = [callsBy(profiles), callsBy(benchmark)];
    // no call of another group, and as many right ones as with profiles of the benchmark, but for one
    expect(ours.filter((group) => group !== method.group && group !== 'indeterminate')).toEqual([]);
    expect(rightIn(ours)).toBeGreaterThanOrEqual(rightIn(theirs) - 1);
    expect(rightIn(ours)).toBeGreaterThanOrEqual(HELD_BACK / 2);
  });
});
