import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { Problem } from '../../../../core/base/problem.ts';
import type { Sample } from '../../../../core/study/session/document/session-document.ts';
import { commit, emptyHistory, sessionOf } from '../../../../core/study/session/history.ts';
import { openSession, serialiseSession } from '../../../../core/study/session/session-text.ts';
import { readSessionFile, writeSessionFile } from '../../../../headless/files/session-file.ts';
import { packSession } from '../../../../headless/packed/pack-session.ts';
import { entryNames, isEntryName } from '../../../../headless/packed/packed-files.ts';
import { unpackSession } from '../../../../headless/packed/unpack-session.ts';

const stamp = { at: '2026-01-01T00:00:00.000Z', by: 'tester' };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const token = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const bytesOf = (n: number) => Buffer.from(`FCS3.1 events of sample ${n} `.repeat(200 + n));

let root = '';
let folder = '';
let count = 0;
beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'lymphoscope-packed-'));
});
beforeEach(async () => {
  folder = path.join(root, String(++count));
  await mkdir(folder);
});
afterAll(() => rm(root, { recursive: true, force: true }));
const at = (...names: string[]) => path.join(folder, ...names);

/** A session of files on this disk; the names may be the same in several folders. */
async function sessionOn(names: readonly string[]) {
  const places = new Map<string, string>();
  const samples: Sample[] = [];
  for (const [i, name] of names.entries()) {
    const bytes = bytesOf(i);
    await mkdir(at(`from ${i}`), { recursive: true });
    await writeFile(at(`from ${i}`, 'a.fcs'), bytes);
    places.set(token(i), at(`from ${i}`, 'a.fcs'));
    const file = { name, path: token(i), sha256: sha256(bytes), size: bytes.length, dataset: 0 };
    samples.push({ id: `s${i}`, file, metadata: { role: 'sample' } });
  }
  const history = commit(emptyHistory, { type: 'sample/add', samples }, stamp);
  const document = serialiseSession(sessionOf(history, { plots: [{ id: 'p', population: '', x: 'A', y: 'B', kind: 'density' }] }));
  await writeSessionFile(at('study.lymphoscope'), document, places);
  return { document, places: new Map([...places].map(([of, place]) => [of, [place]])) };
}

const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.sentence.ja).not.toBe('');
    return error.code;
  }
};

describe('a packed session', () => {
  it('comes back whole: document, arrangement, every file by its digest, names that are the same apart', async () => {
    const packing = await sessionOn(['day 1/検体.fcs', 'day 2/検体.fcs', 'con', '../../etc/passwd']);
    await packSession(at('study.zip'), packing);
    await packSession(at('again.zip'), packing);
    expect(readFileSync(at('again.zip'))).toEqual(readFileSync(at('study.zip')));
    const opened = await unpackSession(at('study.zip'), at('there'));
    expect(path.dirname(opened)).toBe(at('there'));
    const { document, places } = await readSessionFile(opened);
    expect(openSession(JSON.stringify(document))).toEqual(openSession(packing.document));
    const { samples } = openSession(packing.document).session;
    for (const { file } of samples) {
      const [place = ''] = places.get(file.path ?? '') ?? [];
      expect(path.dirname(place)).toBe(at('there', 'data'));
      expect(sha256(readFileSync(place))).toBe(file.sha256);
    }
    expect(readdirSync(at('there', 'data')).sort()).toEqual(['_con', 'passwd', '検体 (2).fcs', '検体.fcs']);
    expect(JSON.stringify(readFileSync(at('study.zip')).toString('latin1'))).not.toContain(folder);
  });

  it('is not written where a file is missing or another one; nothing is left of it', async () => {
    const packing = await sessionOn(['a.fcs', 'b.fcs']);
    await writeFile(at('from 1', 'a.fcs'), Buffer.alloc(bytesOf(1).length));
    expect(await codeOf(packSession(at('x.zip'), packing))).toBe('pack-differs');
    await writeFile(at('from 1', 'a.fcs'), 'short');
    expect(await codeOf(packSession(at('x.zip'), packing))).toBe('pack-differs');
    await rm(at('from 1'), { recursive: true });
    expect(await codeOf(packSession(at('x.zip'), packing))).toBe('pack-missing');
    expect(readdirSync(folder).filter((name) => name.includes('zip') || name.endsWith('.part'))).toEqual([]);
  });

  it('gives names that every system takes, each once', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { maxLength: 12 }), (names) => {
        const given = entryNames(names);
        expect(new Set(given.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of given) expect(isEntryName(name)).toBe(true);
      }),
    );
    for (const name of ['../x', '/x', 'data/../x', 'data/a/b', 'data/a\\b', 'C:/x', 'data/', 'data/con', 'data/.x', 'other.txt', 'data/x.'])
      expect([name, isEntryName(name)]).toEqual([name, false]);
  });
});

interface Entry {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** What the archive says of its size. */
  readonly size?: number;
  /** 8: deflated. */
  readonly method?: number;
}

/** A ZIP archive of stored entries, without any check of names and sizes. */
function zipOf(entries: readonly Entry[]): Uint8Array {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes, size = bytes.length, method = 0 } of entries) {
    const encoded = Buffer.from(name);
    const sum = crc32(bytes);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(0x800, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt32LE(sum, 14);
    local.writeUInt32LE(bytes.length, 18);
    local.writeUInt32LE(size, 22);
    local.writeUInt16LE(encoded.length, 26);
    locals.push(local, encoded, Buffer.from(bytes));
    const head = Buffer.alloc(46);
    head.writeUInt32LE(0x02014b50, 0);
    head.writeUInt16LE(20, 4);
    head.writeUInt16LE(20, 6);
    head.writeUInt16LE(0x800, 8);
    head.writeUInt16LE(method, 10);
    head.writeUInt32LE(sum, 16);
    head.writeUInt32LE(bytes.length, 20);
    head.writeUInt32LE(size, 24);
    head.writeUInt16LE(encoded.length, 28);
    head.writeUInt32LE(offset, 42);
    central.push(head, encoded);
    offset += 30 + encoded.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

describe('an archive that is hostile or broken', () => {
  const refused = async (change: (session: Entry, data: Entry) => readonly Entry[] | Uint8Array): Promise<string> => {
    const { document } = await sessionOn(['a.fcs']);
    const files = { [token(0)]: { relative: 'data/a.fcs', absolute: 'data/a.fcs' } };
    const text = JSON.stringify({ format: 'lymphoscope-session', version: 1, files, document: JSON.parse(document) });
    const made = change({ name: 'session.lymphoscope', bytes: Buffer.from(text) }, { name: 'data/a.fcs', bytes: bytesOf(0) });
    await writeFile(at('x.zip'), made instanceof Uint8Array ? made : zipOf(made));
    const before = readdirSync(folder).sort();
    const code = await codeOf(unpackSession(at('x.zip'), at('there')));
    if (code !== 'done') expect(readdirSync(folder).sort()).toEqual(before);
    expect(existsSync(path.join(root, 'evil.fcs'))).toBe(false);
    return code;
  };

  it('is refused with nothing left of it', async () => {
    expect(await refused((session, data) => [session, data])).toBe('done');
    await rm(at('there'), { recursive: true });
    for (const name of [
      '../evil.fcs',
      '/tmp/evil.fcs',
      'data/../../evil.fcs',
      'C:\\evil.fcs',
      'data\\evil.fcs',
      'data/sub/a.fcs',
      'readme.txt',
    ])
      expect([name, await refused((session, data) => [session, { ...data, name }])]).toEqual([name, 'packed-name']);
    expect(await refused((session, data) => [session, data, data])).toBe('packed-twice');
    expect(await refused((session, data) => [session, data, { ...data, name: 'data/A.FCS' }])).toBe('packed-twice');
    expect(await refused((_, data) => [data])).toBe('packed-no-session');
    expect(await refused((session) => [session])).toBe('packed-lacks');
    expect(await refused((session, data) => [session, { ...data, bytes: Buffer.from('short') }])).toBe('packed-size');
    expect(await refused((session, data) => [session, { ...data, bytes: Buffer.alloc(bytesOf(0).length, 7) }])).toBe('packed-digest');
    // a stored entry cannot claim another size than it has; a deflated one that grows without measure is a bomb
    expect(await refused((session, data) => [session, { ...data, size: 2 ** 31 }])).toBe('packed-no-zip');
    const deflated = { bytes: deflateRawSync(bytesOf(0)), method: 8 };
    expect(await refused((session, data) => [session, { ...data, ...deflated, size: bytesOf(0).length }])).toBe('done');
    await rm(at('there'), { recursive: true });
    expect(await refused((session, data) => [session, { ...data, ...deflated, size: 2 ** 31 }])).toBe('packed-bomb');
    expect(await refused((session, data) => [{ ...session, ...deflated, size: 2 ** 30 }, data])).toBe('packed-bomb');
    // says that it is as large as the sample, and is larger
    const swollen = { bytes: deflateRawSync(Buffer.alloc(2 ** 20)), method: 8, size: bytesOf(0).length };
    expect(await refused((session, data) => [session, { ...data, ...swollen }])).toBe('packed-no-zip');
    expect(await refused((session, data) => [{ ...session, bytes: Buffer.from('{"no":1}') }, data])).toBe('session-invalid');
    expect(await refused(() => Buffer.from('no archive at all'))).toBe('packed-no-zip');
    expect(await refused((session, data) => zipOf([session, data]).subarray(0, 900))).toBe('packed-no-zip');
  });

  it('that was packed again under other names is relinked by its digests', async () => {
    expect(await refused((session, data) => [session, { ...data, name: 'data/renamed.fcs' }])).toBe('done');
    const { document, places } = await readSessionFile(at('there', 'there.lymphoscope'));
    const [sample] = openSession(JSON.stringify(document)).session.samples;
    expect(places.get(sample?.file.path ?? '')?.[0]).toBe(at('there', 'data', 'renamed.fcs'));
  });

  it('never writes outside of its folder, whatever bytes it is made of', { timeout: 60_000 }, async () => {
    const packing = await sessionOn(['a.fcs', 'b.fcs']);
    await packSession(at('good.zip'), packing);
    const good = readFileSync(at('good.zip'));
    const names = readdirSync(folder).sort();
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }), async (changes) => {
        const bytes = Buffer.from(good);
        for (const [place, value] of changes) bytes[place] = value;
        await writeFile(at('good.zip'), bytes);
        const code = await codeOf(unpackSession(at('good.zip'), at('fuzz')));
        if (code === 'done') {
          const { document } = await readSessionFile(at('fuzz', 'fuzz.lymphoscope'));
          for (const { file } of openSession(JSON.stringify(document)).session.samples)
            expect(readdirSync(at('fuzz', 'data')).some((name) => sha256(readFileSync(at('fuzz', 'data', name))) === file.sha256)).toBe(
              true,
            );
          await rm(at('fuzz'), { recursive: true });
        }
        expect(readdirSync(folder).sort()).toEqual(names);
      }),
      { numRuns: 150, seed: 20 },
    );
  });

  it('in the form for more than 4 GB is read as any other', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from('x'), 'data/a.fcs', { forceZip64Format: true });
    zip.end({ forceZip64Format: true, comment: '' });
    const chunks: Buffer[] = [];
    for await (const chunk of zip.outputStream) chunks.push(Buffer.from(chunk as Uint8Array));
    await writeFile(at('z.zip'), Buffer.concat(chunks));
    expect(await codeOf(unpackSession(at('z.zip'), at('there')))).toBe('packed-no-session');
  });
});
