import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openDigestedFile } from '../../../../headless/files/digested-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-digested-'));
const bytes = Uint8Array.from({ length: 3000 }, (_, i) => (i * 7919) >> 3);
const file = path.join(folder, 'bytes');
writeFileSync(file, bytes);
const whole = createHash('sha256').update(bytes).digest('hex');

it('digests the whole file whatever is read of it, in whatever order', async () => {
  const part = fc.tuple(fc.nat(3100), fc.nat(1500));
  await fc.assert(
    fc.asyncProperty(fc.array(part, { maxLength: 8 }), async (parts) => {
      const source = openDigestedFile(file, 'name.fcs');
      for (const [offset, length] of parts) {
        const into = new Uint8Array(length);
        const count = await source.read(into, offset);
        expect(into.subarray(0, count)).toEqual(bytes.subarray(offset, offset + length));
      }
      expect([source.digest(), source.digest()]).toEqual([whole, whole]);
      source.close();
    }),
  );
});

it('a folder and a file that is away are refused in a sentence', () => {
  expect(() => openDigestedFile(folder, 'x')).toThrow(expect.objectContaining({ code: 'not-a-file' }));
  expect(() => openDigestedFile(path.join(folder, 'gone'), 'x')).toThrow(expect.objectContaining({ code: 'file-not-found' }));
});
