import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commit, emptyHistory, sessionOf } from '../../core/study/session/history.ts';
import { serialiseSession } from '../../core/study/session/session-text.ts';
import { sharedFolder } from '../shared-data.ts';
import { shipped } from '../unit/core/study/session/session-support.ts';
import { cliProgram, runCli, sampleFile } from './run-cli.ts';

const hostile = path.join(sharedFolder, 'hostile');
let folder = '';
const place = (name: string): string => path.join(folder, name);
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-session-'));
  for (const name of ['simulated-cik.fcs', 'simulated-expanded-nk.fcs']) copyFileSync(sampleFile(name), place(name));
  if (!existsSync(hostile)) return;
  for (const name of ['good', 'gate-moved', 'audit-emptied', 'both'])
    copyFileSync(path.join(hostile, `${name}.lymphoscope`), place(`${name}.lymphoscope`));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!existsSync(hostile))('sessions that somebody changed', () => {
  it.each([
    ['good', 0, 'session-unsealed', undefined],
    ['both', 0, 'session-unsealed', undefined],
    ['gate-moved', 1, 'audit-differs', 'audit-differs'],
    ['audit-emptied', 1, 'audit-differs', 'audit-differs'],
  ])('%s', (name, code, said, finding) => {
    const file = place(`${name}.lymphoscope`);
    const checked = runCli(['session', 'check', '--json', file]);
    expect([checked.code, checked.err]).toEqual([code, expect.stringContaining(`[${said}]`)]);
    expect(JSON.parse(checked.out).files[0]).toMatchObject({
      seal: 'unsealed',
      findings: finding === undefined ? [] : [{ code: finding }],
    });
    const analysed = runCli(['analyse', '--json', file]);
    expect([analysed.code, analysed.err]).toEqual([code, expect.stringContaining(`[${said}]`)]);
    for (const { findings } of JSON.parse(analysed.out).files as { findings: { code: string }[] }[])
      expect(findings.some((one) => one.code.startsWith('audit'))).toBe(finding !== undefined);
    const exported = runCli(['export', place('simulated-cik.fcs'), '--session', file, '--out', place('out.csv')]);
    expect(exported.code).toBe(code);
  });

  it('are sealed for a reason, once, and only where the audit leads to them', () => {
    const file = place('good.lymphoscope');
    expect(runCli(['session', 'seal', place('gate-moved.lymphoscope'), '--reason', 'why']).err).toContain('[session-changed');
    expect(runCli(['session', 'seal', file, '--reason', 'reviewed by hand']).code).toBe(0);
    const checked = runCli(['session', 'check', '--json', file]);
    expect([checked.code, checked.err]).toEqual([0, '']);
    const { entries, head } = JSON.parse(checked.out).files[0];
    expect(runCli(['session', 'seal', file, '--reason', 'again']).err).toContain('[session-sealed-already');
    expect(runCli(['session', 'check', '--anchor', `${entries}:${head}`, file]).code).toBe(0);
    expect(runCli(['session', 'check', '--anchor', `${entries - 1}:${head}`, file]).err).toContain('[audit-other-anchor]');
    expect(runCli(['analyse', '--json', file]).code).toBe(0);
    // the samples are found as before
    expect(JSON.parse(readFileSync(file, 'utf8')).files['11111111-1111-4111-8111-000000000000'].relative).toBe('simulated-cik.fcs');
  });
});

describe.skipIf(process.platform === 'win32')('a command that is stopped by a signal', () => {
  it('leaves no temporary file', async () => {
    const child = spawn(
      process.execPath,
      [cliProgram, 'export', place('simulated-cik.fcs'), '--out', path.join(folder, 'stopped', 'out.csv')],
      { stdio: 'ignore' },
    );
    const ended = once(child, 'close');
    const deadline = Date.now() + 20_000;
    while (Date.now() < deadline && child.exitCode === null && !(existsSync(place('stopped')) && readdirSync(place('stopped')).length > 0))
      await setTimeout(1);
    child.kill('SIGTERM');
    await ended;
    expect(readdirSync(place('stopped')).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('a sealed session', () => {
  it('says nothing while it is as it was written, and which entry was changed', () => {
    const begun = commit(emptyHistory, { type: 'protocol/replace', protocol: shipped }, { at: '2026-01-01T00:00:00.000Z', by: 'me' });
    const text = serialiseSession(
      sessionOf(commit(begun, { type: 'panel/pin', entry: 'CD3', channel: 'A' }, { at: '2026-01-01T00:00:01.000Z', by: 'me' })),
    );
    writeFileSync(place('sealed.lymphoscope'), text);
    expect(runCli(['session', 'check', place('sealed.lymphoscope')])).toMatchObject({ code: 0, err: '' });
    writeFileSync(place('sealed.lymphoscope'), text.replace('"by": "me"', '"by": "you"'));
    const checked = runCli(['session', 'check', '--lang', 'ja', place('sealed.lymphoscope')]);
    expect([checked.code, checked.err]).toEqual([1, expect.stringContaining('監査証跡の2番目の記録')]);
  });
});
