import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { sweepFolder } from '../../../../headless/files/temporary-files.ts';
import { writeText } from '../../../../headless/files/write-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-sweep-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('what a program that died left', () => {
  it('is taken away after an hour, and nothing else', async () => {
    const make = (name: string, hours: number) => {
      const file = path.join(folder, name);
      writeFileSync(file, 'x');
      const then = Date.now() / 1000 - hours * 3600;
      utimesSync(file, then, then);
      return name;
    };
    const old = [make(`.a.pdf.${randomUUID()}.part`, 2), make(`.archive.db.${randomUUID()}.part-wal`, 30)];
    const kept = [
      make(`.b.pdf.${randomUUID()}.part`, 0.5),
      make('.notes.part', 99),
      make(`c.${randomUUID()}.part`, 99),
      make('run.fcs', 99),
    ];
    expect(sweepFolder(folder)).toBe(old.length);
    expect(readdirSync(folder).sort()).toEqual(kept.sort());
    make(`.d.pdf.${randomUUID()}.part`, 2);
    await writeText(path.join(folder, 'e.json'), '{}');
    expect(readdirSync(folder).sort()).toEqual([...kept, 'e.json'].sort());
    expect(readFileSync(path.join(folder, 'e.json'), 'utf8')).toBe('{}');
    expect(sweepFolder(path.join(folder, 'none'))).toBe(0);
  });
});
