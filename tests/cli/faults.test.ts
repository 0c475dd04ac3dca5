import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isRoot, runAsNobody } from './run-as-nobody.ts';
import { jsonOf, runCli, sampleFile } from './run-cli.ts';

const good = sampleFile('simulated-cik.fcs');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-faults-'));
  chmodSync(folder, 0o755);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string): string => path.join(folder, name);

describe('a bad file is one clear sentence, and the others are done', () => {
  it.each([
    ['not-fcs', () => writeFileSync(place('a.fcs'), 'hello, I am a text file, long enough to hold a header if I were one at all'), 'a.fcs'],
    ['not-fcs', () => writeFileSync(place('empty.fcs'), ''), 'empty.fcs'],
    ['data-truncated', () => truncate('cut.fcs', 0.7), 'cut.fcs'],
    ['not-a-file', () => mkdirSync(place('folder.fcs')), 'folder.fcs'],
    ['file-not-found', () => undefined, 'none.fcs'],
  ])('%s', (code, prepare, name) => {
    prepare();
    const run = runCli(['analyse', '--json', place(name), good]);
    expect(run.code).toBe(1);
    const [bad, done] = jsonOf(run).files;
    expect(bad?.error?.code).toBe(code);
    expect(bad?.error?.message).toMatch(/^\S.*[.。]$/);
    expect(done?.classification.group).toBe('cik-or-nkt-like');
    expect(run.err.split('\n').filter((line) => line !== '')).toHaveLength(1);
  });

  it('says it in Japanese too', () => {
    const [bad] = jsonOf(runCli(['inspect', '--json', '--lang', 'ja', place('none.fcs')])).files;
    expect(bad?.error?.message).toContain('見つかりません');
  });

  it('ends with 2 when nothing could be done', () => {
    expect(runCli(['inspect', place('none.fcs')]).code).toBe(2);
    expect(runCli(['analyse', '--protocol', place('none.json'), good]).code).toBe(2);
    expect(runCli(['no-such-command']).code).toBe(2);
  });

  it('opens the whole events of a truncated file with --salvage, marked', () => {
    truncate('cut.fcs', 0.7);
    const run = runCli(['inspect', '--json', '--salvage', place('cut.fcs')]);
    expect(run.code).toBe(0);
    const [dataset] = jsonOf(run).files[0]?.datasets ?? [];
    expect(dataset?.events).toBeGreaterThan(1000);
    expect(dataset?.findings.map(({ code }) => code).join()).toContain('truncated');
  });
});

function truncate(name: string, share: number): void {
  copyFileSync(good, place(name));
  truncateSync(place(name), Math.floor(readFileSync(good).byteLength * share));
}

describe.skipIf(!isRoot)('as another user', () => {
  it('a file without permission is refused, the others are done', () => {
    copyFileSync(good, place('secret.fcs'));
    copyFileSync(good, place('open.fcs'));
    chmodSync(place('secret.fcs'), 0o600);
    chmodSync(place('open.fcs'), 0o644);
    const run = runAsNobody(['analyse', '--json', place('secret.fcs'), place('open.fcs')]);
    expect(run.code).toBe(1);
    const [bad, done] = jsonOf(run).files;
    expect(bad?.error).toMatchObject({ code: 'no-permission', path: place('secret.fcs') });
    expect(done?.error).toBeUndefined();
  });

  it('a report into a folder that is not ours is refused, and nothing is left behind', () => {
    mkdirSync(place('theirs'), { mode: 0o755 });
    const run = runAsNobody(['report', '--json', place('open.fcs'), '--out', place('theirs/report.pdf')]);
    expect(run.code).toBe(2);
    expect(run.err).toContain('[no-permission');
    expect(readdirSync(place('theirs'))).toEqual([]);
  });
});

describe.skipIf(!isRoot || process.platform !== 'linux')('a full disk', () => {
  const disk = () => place('full');
  const mounted = () => {
    mkdirSync(disk(), { recursive: true });
    return spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', disk()]).status === 0;
  };

  it('is named, the old report stays, and nothing is left behind', ({ skip }) => {
    if (!mounted()) skip('this machine lets nobody mount a small disk');
    try {
      writeFileSync(path.join(disk(), 'report.pdf'), 'the old report');
      const run = runCli(['report', good, '--out', path.join(disk(), 'report.pdf')]);
      expect(run.code).toBe(2);
      expect(run.err).toContain('[disk-full');
      expect(readFileSync(path.join(disk(), 'report.pdf'), 'utf8')).toBe('the old report');
      expect(readdirSync(disk())).toEqual(['report.pdf']);
    } finally {
      spawnSync('umount', [disk()]);
    }
  });

  it('is named for a full device', () => {
    if (!existsSync('/dev/full')) return;
    const named = path.join(folder, 'full.pdf');
    symlinkSync('/dev/full', named);
    const report = runCli(['report', good, '--out', named]);
    expect(report.code).toBe(2);
    expect(report.err).toContain('[disk-full');
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
    const run = spawnSync(
      'sh',
      ['-c', `"${process.execPath}" "${path.resolve(import.meta.dirname, '../../dist/cli/main.js')}" inspect --json "${good}" > /dev/full`],
      { encoding: 'utf8' },
    );
    expect(run.status).toBe(2);
    expect(run.stderr).toContain('[disk-full');
    expect(run.stderr.split('\n').filter((line) => line !== '')).toHaveLength(1);
  });
});
