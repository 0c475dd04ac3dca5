import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyseSample } from '../../core/analyse.ts';
import { bytesSource } from '../../core/base/byte-source.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { createPool, createSha256 } from '../../headless/host/host.ts';
import { corpusFile, hasShared } from '../shared-data.ts';

const protocol = parseProtocol(readFileSync(new URL('../../core/study/protocol/nk-t.json', import.meta.url), 'utf8'));
const overridden = { ...protocol, classifier: { ...protocol.classifier, eligibility: [] } };
const host = { pool: createPool(), createHash: createSha256, software: 'test', protocolSha256: 'test' };

/** Real mononuclear cells of blood. The second list's CD3 x CD56 gate is red: what nobody can gate has no nearest profile. */
const gated = ['INF149_Ctrl_Tetramer_Unmixed', 'INF179_Ctrl_Tetramer_Unmixed', 'INF149_Ctrl_Tetramer', 'INF179_Ctrl_Tetramer'].map(
  (name) => `DavidRach-Luciernaga/${name}.fcs`,
);
const ungated = ['JinmiaoChenLab-cytofkit2/S4_PBMC.fcs', 'JinmiaoChenLab-cytofkit/130515_C2_stim_CD19-.fcs'];

describe.skipIf(!hasShared)('real blood cells', () => {
  it.each(
    [...gated, ...ungated].flatMap((file) =>
      [protocol, overridden].map((by) => [file, by === protocol ? 'as shipped' : 'overridden', by] as const),
    ),
  )('%s, eligibility %s: never an expanded product', async (file, _, by) => {
    const { classification } = await analyseSample(bytesSource(file, readFileSync(corpusFile(file))), by, host, { absent: 'skip' });
    expect(['indeterminate', 'resting-or-short-lak']).toContain(classification.group);
    if (gated.includes(file)) expect(classification.nearest.toSorted()).toEqual(['nih-lak', 'resting']);
    for (const method of classification.nearest.slice(0, 1)) expect(['resting', 'nih-lak']).toContain(method);
  });
});
