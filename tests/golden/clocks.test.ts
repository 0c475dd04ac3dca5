import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../core/base/byte-source.ts';
import { qualityOptionsSchema } from '../../core/gating/quality/quality-options.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { assessPrepared } from '../../core/study/sample/assess-prepared.ts';
import { withSample } from '../../core/study/sample/with-sample.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import { hasShared, sharedFolder } from '../shared-data.ts';

const protocol = parseProtocol(readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
const host = { pool: createPool(), createHash: createSha256 };

async function findingsOf(name: string) {
  const source = bytesSource(name, readFileSync(path.join(sharedFolder, 'wild', name)));
  const { findings } = await withSample(source, protocol, host, {}, (sample) =>
    assessPrepared(sample, protocol, qualityOptionsSchema.parse({})),
  );
  return new Map(findings.map(({ code, values }) => [code, values]));
}

// 20,000 events over 60 ticks, as all of these files were made; what is odd about each clock says its name
describe.runIf(hasShared)('clocks that are odd are told by what is odd, and no rate is made up', () => {
  it.each([
    ['q1_time_zero.fcs', ['clock-constant']],
    ['q2_time_restart.fcs', ['time-wrapped', 'flow-rate']],
    ['q3_time_spike.fcs', ['time-implausible']],
    ['q4_time_nan.fcs', ['clock-not-numbers']],
    ['q5_timestep_zero.fcs', ['no-timestep', 'flow-rate-ticks']],
    ['q6_timestep_comma.fcs', ['flow-rate']],
    ['q7_time_shuffled.fcs', ['time-unordered', 'flow-rate']],
    ['q8_no_time.fcs', ['no-time']],
    ['q10_epoch_float32.fcs', ['clock-constant']],
  ])('%s: %j', async (name, codes) => {
    const findings = await findingsOf(name);
    for (const code of codes) expect([...findings.keys()]).toContain(code);
    if (!codes.some((code) => code.startsWith('flow-rate')) && name !== 'q3_time_spike.fcs') expect(findings.has('flow-rate')).toBe(false);
  });
  it('a step of 0,01 s is a hundredth of a second', async () => {
    const rate = (await findingsOf('q6_timestep_comma.fcs')).get('flow-rate')?.['rate'];
    expect(Number(rate)).toBeCloseTo(20_000 / (60 * 0.01), -3);
  });
});
