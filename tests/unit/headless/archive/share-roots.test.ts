import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { createPlaces, mappedPath } from '../../../../headless/batch/share-roots.ts';

it('names a path below a share as this machine does, whichever system named it', () => {
  const nas = { from: '\\\\NAS\\fcs\\', to: '/mnt/fcs' };
  expect(mappedPath('\\\\nas\\FCS\\2026\\Tube 1.fcs', nas)).toBe('/mnt/fcs/2026/Tube 1.fcs');
  expect(mappedPath('//nas/fcs/2026/a.fcs', nas)).toBe('/mnt/fcs/2026/a.fcs');
  expect(mappedPath('\\\\nas\\fcs2\\a.fcs', nas)).toBeUndefined();
  expect(mappedPath('/mnt/fcs/2026/a.fcs', { from: '/mnt/fcs', to: 'Z:\\fcs' })).toBe('Z:\\fcs\\2026\\a.fcs');
  expect(mappedPath('/mnt/FCS/a.fcs', { from: '/mnt/fcs', to: '/data' })).toBeUndefined();
  expect(mappedPath('Z:\\a.fcs', { from: 'z:', to: '/data' })).toBe('/data/a.fcs');
});

it('finds files of the right size below the folders that are searched, those of the same name first', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-places-'));
  mkdirSync(path.join(folder, 'deep'));
  writeFileSync(path.join(folder, 'other.fcs'), 'FCS3.1 12345');
  writeFileSync(path.join(folder, 'deep', 'run.fcs'), 'FCS3.1 67890');
  writeFileSync(path.join(folder, 'longer.fcs'), 'FCS3.1 1234567');
  const placesOf = createPlaces({ mapped: [], searched: [folder] });
  expect(await placesOf(['/gone/run.fcs'], { name: 'run.fcs', size: 12 })).toEqual([
    '/gone/run.fcs',
    path.join(folder, 'deep', 'run.fcs'),
    path.join(folder, 'other.fcs'),
  ]);
  rmSync(folder, { recursive: true });
});
