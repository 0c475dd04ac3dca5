import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '../../core/base/tables/read-table.ts';
import { checkArchive } from '../../headless/archive/check.ts';
import { keepProtocol } from '../../headless/archive/documents.ts';
import { openArchive } from '../../headless/archive/open-archive.ts';
import { setWatchRule } from '../../headless/archive/watch-rules.ts';
import { type FileVerdict, lastVerdicts } from '../../headless/archive/watch-verdicts.ts';
import type { WatchStatus } from '../../headless/watch/status.ts';
import { watchOn } from '../../headless/watch/watch-on.ts';
import { writeBenchSample } from '../../test-data/bench-sample.ts';
import { seedRandom } from '../../test-data/random.ts';
import { root } from '../cli/run-cli.ts';
import { at, type Store, stores } from './archive-support.ts';

const text = readFileSync(path.join(root, 'core/study/protocol/nk-t.json'), 'utf8');
const strategy = [{ dimensions: ['FSC-A'], gate: { kind: 'rectangle', ranges: [{ min: 0.1 }] }, populations: [{ name: 'Cells' }] }];
const limits = (atLeast: number) => ({
  product: { en: 'Cells', ja: '細胞' },
  approved: { by: 'director', on: '2026-01-01' },
  items: [{ population: 'Cells', unit: 'events', atLeast, source: 'SOP-1' }],
});
const plain = (atLeast: number): string => JSON.stringify({ ...JSON.parse(text), strategy, specification: limits(atLeast) });
const FILES = 6;

for (const newStore of stores) {
  describe(`watched folders (${newStore().name})`, () => {
    let store: Store;
    let folder = '';
    let place = '';
    beforeAll(async () => {
      store = newStore();
      folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-watch-'));
      mkdirSync(path.join(folder, 'ready'));
      for (let i = 0; i < FILES; i++)
        await writeBenchSample(path.join(folder, 'ready', `L${i}_d14.fcs`), { events: 4000, channels: 6, seed: i + 1 });
      place = await store.newPlace();
      await (await openArchive(place, { create: true })).close();
    });
    afterAll(async () => {
      await store.remove();
      rmSync(folder, { recursive: true, force: true });
    });

    async function addRule(name: string, atLeast: number, more: object = {}): Promise<string> {
      const share = path.join(folder, name);
      mkdirSync(share, { recursive: true });
      const archive = await openArchive(place);
      const { sha256 } = await keepProtocol(archive.db, plain(atLeast), 'me', at(0));
      const columns = [
        { title: 'file', value: 'file' as const },
        { title: 'lot', value: 'lot' as const },
        { title: 'cells', population: 'Cells', unit: 'events' as const },
        { title: 'verdict', value: 'verdict' as const },
      ];
      await setWatchRule(
        archive.db,
        {
          ...{ name, folder: share, files: '*.fcs', protocol: sha256, named: '{lot}_d{day}', since: at(0) },
          ...{ table: { file: path.join(folder, `${name}.csv`), columns }, drop: { folder: path.join(folder, `${name}-lims`), columns } },
          ...more,
        },
        'me',
        at(0),
      );
      await archive.close();
      return share;
    }

    const watch = async (more: Partial<Parameters<typeof watchOn>[1]> = {}) => {
      const verdicts: FileVerdict[] = [];
      await watchOn(place, {
        ...{
          jobs: 1,
          by: 'me',
          now: () => new Date().toISOString(),
          signal: new AbortController().signal,
          seconds: 0.2,
          patience: 1500,
          once: true,
        },
        onVerdict: (verdict) => verdicts.push(verdict),
        ...more,
      });
      return verdicts;
    };
    const verdictsOf = async (rule: string) => {
      const archive = await openArchive(place);
      const all = (await lastVerdicts(archive.db, 1000)).filter((one) => one.rule === rule);
      await archive.close();
      return all;
    };

    it('gives each file that an instrument writes in pieces one verdict, though the share goes away and two programs watch', {
      timeout: 90_000,
    }, async () => {
      const share = await addRule('pieces', 1);
      const statuses: WatchStatus[] = [];
      const isAway = () => statuses.some(({ rules }) => rules[0]?.away !== undefined);
      const stop = new AbortController();
      const watching = [0, 1].map(() => watch({ once: false, signal: stop.signal, onStatus: (status) => void statuses.push(status) }));
      const random = seedRandom(7);
      for (let i = 0; i < FILES; i++) {
        const bytes = readFileSync(path.join(folder, 'ready', `L${i}_d14.fcs`));
        for (let from = 0; from < bytes.length; ) {
          const to = Math.min(bytes.length, from + 1 + Math.floor(random.uniform() * bytes.length * 0.7));
          appendFileSync(path.join(share, `L${i}_d14.fcs`), bytes.subarray(from, to));
          from = to;
          await setTimeout(300);
        }
        if (i === 3) {
          renameSync(share, `${share}.away`);
          while (!isAway()) await setTimeout(50);
          renameSync(`${share}.away`, share);
        }
      }
      while ((await verdictsOf('pieces')).length < FILES) await setTimeout(200);
      stop.abort();
      await Promise.all(watching);
      const verdicts = await verdictsOf('pieces');
      expect(verdicts.map(({ path: at }) => path.basename(at)).sort()).toEqual([...Array(FILES).keys()].map((i) => `L${i}_d14.fcs`));
      expect(verdicts.flatMap(({ reasons }) => reasons.filter(({ verdict }) => verdict === 'stop'))).toEqual([]);
      expect(isAway()).toBe(true);
      const table = readTable(readFileSync(path.join(folder, 'pieces.csv')));
      expect(
        table.rows
          .slice(1)
          .map(({ cells }) => cells[1])
          .sort(),
      ).toEqual([...Array(FILES).keys()].map((i) => `L${i}`));
      expect(readdirSync(path.join(folder, 'pieces-lims')).length).toBe(FILES);
    });

    it('stops at limits that are not kept, at what is no FCS and at what was cut off', { timeout: 90_000 }, async () => {
      const share = await addRule('limits', 1e6);
      cpSync(path.join(folder, 'ready', 'L0_d14.fcs'), path.join(share, 'L0_d14.fcs'));
      writeFileSync(path.join(share, 'text.fcs'), 'no measurement');
      const verdicts = await watch();
      const of = (name: string) => verdicts.find(({ path: at }) => path.basename(at) === name);
      expect(of('L0_d14.fcs')).toMatchObject({ verdict: 'stop', lot: 'L0' });
      expect(of('L0_d14.fcs')?.reasons.map(({ code }) => code)).toContain('limits-failed');
      expect(of('text.fcs')).toMatchObject({ verdict: 'stop', runs: [] });
      // what has its verdict keeps it; what changes gets another
      expect(await watch()).toEqual([]);
      cpSync(path.join(folder, 'ready', 'L1_d14.fcs'), path.join(share, 'text.fcs'));
      expect((await watch()).map(({ path: at }) => path.basename(at))).toEqual(['text.fcs']);
      const archive = await openArchive(place);
      expect((await checkArchive(archive)).faults).toEqual([]);
      await archive.close();
    });

    it('writes the table when it can again, and leaves files of before the rule alone', { timeout: 60_000 }, async () => {
      const blocked = path.join(folder, 'later.csv');
      mkdirSync(blocked);
      const share = await addRule('later', 1, { since: new Date(Date.now() - 1).toISOString() });
      cpSync(path.join(folder, 'ready', 'L2_d14.fcs'), path.join(share, 'L2_d14.fcs'));
      const seen: WatchStatus[] = [];
      const unwritten = () => seen.at(-1)?.rules.find(({ rule }) => rule === 'later')?.unwritten;
      await watch({ onStatus: (status) => void seen.push(status) });
      expect(unwritten()).toBeDefined();
      rmSync(blocked, { recursive: true });
      await watch({ onStatus: (status) => void seen.push(status) });
      expect(unwritten()).toBeUndefined();
      expect(readTable(readFileSync(blocked)).rows.map(({ cells }) => cells[0])).toEqual(['file', 'L2_d14.fcs']);
      await addRule('later', 1, { since: '2100-01-01T00:00:00Z' });
      cpSync(path.join(folder, 'ready', 'L3_d14.fcs'), path.join(share, 'L3_d14.fcs'));
      expect(await watch()).toEqual([]);
      expect(existsSync(blocked)).toBe(true);
    });
  });
}
