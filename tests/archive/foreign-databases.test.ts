import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Libsql from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newArchive, openArchive } from '../../headless/archive/open-archive.ts';
import { runCli, sampleFile } from '../cli/run-cli.ts';
import { stores } from './archive-support.ts';

let folder = '';
const place = (name: string): string => path.join(folder, name);
const at = (name: string): string => path.join(place(name), 'some.db');

/** What is no archive that this software can open, each in a folder of its own, and the code of its refusal. */
const strangers: readonly (readonly [name: string, code: string, make: (file: string) => void])[] = [
  ['notes of another program', 'archive-foreign', (file) => made(file, 'create table notes (id integer primary key, text text)')],
  ['another program with a log in use', 'archive-foreign', (file) => withLog(file)],
  ['an application of its own', 'archive-foreign', (file) => made(file, 'pragma application_id = 1196444487; create table t (a)')],
  [
    'tables of the same names',
    'archive-foreign',
    (file) => made(file, 'create table archive_info (a); create table schema_version (version)'),
  ],
  ['a database without a table', 'archive-foreign', (file) => made(file, 'pragma user_version = 3')],
  ['an empty file', 'archive-empty', (file) => writeFileSync(file, '')],
  ['a text', 'archive-foreign', (file) => writeFileSync(file, 'SQLite is what this file is about. '.repeat(300))],
  ['an archive without its end', 'archive-truncated', (file) => truncateSync(copied(file), 40_960)],
  ['an archive without its first page', 'archive-truncated', (file) => truncateSync(copied(file), 90)],
  ['an archive of a later schema', 'archive-newer', (file) => made(copied(file), 'update schema_version set version = 99')],
  ['an archive of two schemas', 'archive-foreign', (file) => made(copied(file), 'insert into schema_version values (2)')],
  ['an archive with a page of noise', 'archive-damaged', (file) => writeFileSync(copied(file), noisy(readFileSync(file)))],
];

const allTried = ['notes of another program', 'an empty file'];

function made(file: string, statements: string): void {
  const database = new Libsql(file);
  database.exec(statements);
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
  for (const rest of ['-wal', '-shm']) rmSync(file + rest, { force: true });
}

function withLog(file: string): void {
  const database = new Libsql(`${file}.open`);
  database.exec('pragma journal_mode = wal; create table notes (id integer primary key, text text); insert into notes values (1, 2)');
  copyFileSync(`${file}.open`, file);
  copyFileSync(`${file}.open-wal`, `${file}-wal`);
  database.close();
  for (const rest of ['', '-wal', '-shm']) rmSync(`${file}.open${rest}`, { force: true });
}

function copied(file: string): string {
  copyFileSync(place('good.db'), file);
  return file;
}

/** The schema of a database begins on its first page, behind the header. */
const noisy = (bytes: Buffer): Buffer => Buffer.concat([bytes.subarray(0, 100), Buffer.alloc(3000, 0xa5), bytes.subarray(3100)]);

const bytesIn = (name: string): object =>
  Object.fromEntries(readdirSync(place(name)).map((file) => [file, readFileSync(path.join(place(name), file)).toString('base64')]));

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-foreign-'));
  const archive = await newArchive(place('good.db'));
  await archive.close();
  for (const [name, , make] of strangers) {
    mkdirSync(place(name));
    make(at(name));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what is no archive', () => {
  it.each(strangers)('%s is refused (%s) and stays as it is to the byte', async (name, code) => {
    const before = bytesIn(name);
    // the window's "open archive" and its list go by this
    await expect(openArchive(at(name))).rejects.toMatchObject({ code });
    await expect(openArchive(at(name), { create: true })).rejects.toMatchObject({ code });
    await expect(newArchive(at(name))).rejects.toMatchObject({ code: 'archive-exists' });
    const few = [
      ['archive', 'list'],
      ['archive', 'import', sampleFile('simulated-cik.fcs')],
    ];
    const all = [
      ...few,
      ['archive', 'check'],
      ['archive', 'query'],
      ['archive', 'backup', place('copy.db')],
      ['archive', 'table', '--out', place('table.csv')],
      ['archive', 'report', '--out', place('report.pdf')],
      ['archive', 'set', 'lot=A', '--lot', 'B'],
      ['batch'],
      ['diff'],
    ];
    // every command opens alike: all of them are tried on some
    for (const args of allTried.includes(name) ? all : few) {
      const { code: exit, err } = runCli([...args, '--archive', at(name)]);
      expect([args.join(' '), exit, err]).toEqual([args.join(' '), 2, expect.stringContaining(`[${code}`)]);
    }
    expect(bytesIn(name)).toEqual(before);
    expect(readdirSync(folder)).not.toContain('copy.db');
  });
});

describe('a new archive', () => {
  it('is made by import alone among the commands, and whole', () => {
    for (const args of [['archive', 'list'], ['archive', 'check'], ['batch']])
      expect(runCli([...args, '--archive', place('none.db')])).toMatchObject({
        code: 2,
        err: expect.stringContaining('archive-not-found'),
      });
    expect(existsSync(place('none.db'))).toBe(false);
    expect(runCli(['archive', 'import', '--archive', place('new/lab.db'), sampleFile('simulated-cik.fcs')]).code).toBe(0);
    expect(readdirSync(place('new')).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(runCli(['archive', 'list', '--archive', place('new/lab.db')]).code).toBe(0);
  });

  it('is seen alike by another program while this one has it open', async () => {
    // SQLite has connections of one process to one file share their index: what was made beside must not be the file itself
    const place = path.join(folder, 'shared.db');
    const archive = await newArchive(place);
    expect(runCli(['archive', 'import', '--archive', place, sampleFile('simulated-cik.fcs')]).code).toBe(0);
    expect(await archive.db.selectFrom('runs').select('name').execute()).toEqual([{ name: 'simulated-cik.fcs' }]);
    await archive.close();
  });

  it.each(stores.map((open) => [open.name, open] as const))('is not made by opening, %s', async (_name, open) => {
    const store = open();
    try {
      const empty = await store.newPlace();
      await expect(openArchive(empty)).rejects.toMatchObject({ code: 'archive-not-found' });
      await (await newArchive(empty)).close();
      await (await openArchive(empty)).close();
      await expect(newArchive(empty)).rejects.toMatchObject({ code: 'archive-exists' });
    } finally {
      await store.remove();
    }
  });
});
