import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deadCellDye } from '../../../../../core/data/panel/dead-cell-dye.ts';
import { codesOf, type Named, nameOf, resolveShipped } from './panel-support.ts';

/** Product names as makers and laboratories write them, and what is put around them. */
const kits = [
  'Zombie',
  'LIVE/DEAD',
  'Live/Dead',
  'LiveDead',
  'Live Dead',
  'L/D',
  'LD',
  'Ghost Dye',
  'GhostDye',
  'ViaKrome',
  'Viobility',
  'FVS',
  'FVD',
  'Fixable Viability',
  'Fixable Viability Stain',
  'Fixable Viability Dye',
  'Viability',
  'Dead',
  'Amine',
  '死細胞',
  '生死',
  'Live-or-Dye',
];
const colours = [
  '',
  ' Aqua',
  ' NIR',
  ' Near-IR',
  ' Violet',
  ' UV',
  ' Blue',
  ' Red 780',
  ' Green',
  ' Yellow',
  ' 510',
  ' eFluor 780',
  ' eFluor 506',
  '-BV510',
  ' (APC-Cy7)',
  ' APC-H7',
];
const dyes = [
  '7-AAD',
  '7AAD',
  '7 AAD',
  'PI',
  'Propidium Iodide',
  'propidium iodide',
  'DAPI',
  'SYTOX Blue',
  'Sytox AADvanced',
  'SYTOX™ Green',
  'DRAQ7',
  'TO-PRO-3',
  'TOPRO3',
  'Helix NP',
  'HelixNP NIR',
  'Cisplatin',
  '195Pt_Cisplatin',
  'Cell-ID Cisplatin',
];
const ends = ['', ' ', '-A', '-H', ' dye', ' stain', ' (dead cells)'];
const markers = ['CD3', 'CD14', 'CD 19', 'cd56', 'CD45RA'];

describe('a dye of dead cells by its label', () => {
  it('is known by a rule over words', () => {
    const kit = fc.tuple(fc.constantFrom(...kits), fc.constantFrom(...colours)).map((parts) => parts.join(''));
    fc.assert(
      fc.property(
        fc.oneof(kit, fc.constantFrom(...dyes)),
        fc.constantFrom(...ends),
        fc.constantFrom('as', 'upper', 'lower'),
        (dye, end, letters) => {
          const label = letters === 'upper' ? (dye + end).toUpperCase() : letters === 'lower' ? (dye + end).toLowerCase() : dye + end;
          expect([label, deadCellDye(label)]).not.toEqual([label, undefined]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is not what lives, proliferates, or holds its letters within another word', () => {
    const others = [
      'Calcein AM',
      'Viability (Calcein AM)',
      'CFSE',
      'CellTrace Violet',
      'PI3K',
      'p-PI3K',
      'PI-3K',
      'PIP3',
      'API',
      'PD-1',
      'PI16',
      'LDLR',
      'LDHA',
      'CLD',
      'Violet',
      'V450',
      'Pacific Blue',
      'DRAQ5',
      'Hoechst 33342',
      'AmCyan',
      'eFluor 780',
      'PI/RNase',
      'MitoTracker',
      'Live',
      'GATA3',
      'BC103',
      'Ghrelin',
    ];
    for (const label of others) expect([label, deadCellDye(label)]).toEqual([label, undefined]);
  });

  it('is not what leaves the dye out, or shares it with a marker', () => {
    const without = fc.constantFrom('no ', 'FMO ', 'w/o ', 'without ', 'unstained ', 'minus ', 'isotype ', 'dump ');
    fc.assert(
      fc.property(
        fc.constantFrom(...dyes, 'Viability', 'LIVE/DEAD Aqua', 'Zombie NIR'),
        without,
        fc.constantFrom(...markers),
        (dye, no, marker) => {
          for (const label of [no + dye, `${marker}/${dye}`, `${dye} ${marker}`])
            expect([label, deadCellDye(label)]).toEqual([label, undefined]);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('the viability channel', () => {
  const found = (...names: readonly Named[]) => nameOf(resolveShipped(...names), 'Viability');

  it('is a detector named after a dye only where the file labels channels in $PnN', () => {
    expect(found(['FITC-A', 'CD3'], ['DAPI-A'])).toBeUndefined();
    expect(found(['FITC-A', 'CD3'], ['DAPI-A', 'CD4'], ['PI-A', 'xxx'])).toBeUndefined();
    expect(found(['CD3 FITC-A'], ['7-AAD-A'])).toBe('7-AAD-A');
    expect(found(['FITC-A', 'CD3'], ['DAPI-A', 'DAPI-A'])).toBeUndefined();
    expect(found(['FITC-A', 'CD3'], ['V450-A', 'DAPI'])).toBe('V450-A');
  });

  it('is a stain of dead cells by either name', () => {
    expect(found(['FITC-A', 'CD3'], ['Zombie NIR-A'])).toBe('Zombie NIR-A');
    expect(found(['FITC-A', 'CD3'], ['Zombie NIR-A', 'CD4'])).toBeUndefined();
    expect(found(['APC-Cy7-A', 'eFluor 780 FVD'], ['APC-Cy7-H', 'eFluor 780 FVD'])).toBe('APC-Cy7-A');
  });

  it('is one of several, always the first, and said', () => {
    const several = resolveShipped(['A', '7-AAD'], ['B', 'Zombie NIR']);
    expect([nameOf(several, 'Viability'), codesOf(several)]).toEqual(['A', ['dead-cell-dye-chosen']]);
  });

  it('is the metal of one only where nothing else is', () => {
    expect(found(['(Rh103)Di', '103Rh'], ['(Pt195)Di', 'Cisplatin'])).toBe('(Pt195)Di');
    expect(found(['(Rh103)Di', 'BC103'], ['(Pt195)Di', '195Pt'])).toBe('(Pt195)Di');
  });

  it('is missed aloud where its colour holds a marker, too', () => {
    const shared = resolveShipped(['V450-A', 'VIVID / CD14']);
    expect([nameOf(shared, 'Viability'), nameOf(shared, 'CD14'), codesOf(shared)]).toEqual([undefined, undefined, ['label-mixture']]);
    expect(shared.findings[0]?.values).toMatchObject({ marker: 'Viability, CD14' });
  });
});
