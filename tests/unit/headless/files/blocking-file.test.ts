import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { openBlocking } from '../../../../headless/files/blocking-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-blocking-'));

it('a folder and a file that is away are refused in a sentence', () => {
  expect(() => openBlocking(folder, 'x')).toThrow(expect.objectContaining({ code: 'not-a-file' }));
  expect(() => openBlocking(path.join(folder, 'gone'), 'x')).toThrow(expect.objectContaining({ code: 'file-not-found' }));
});
