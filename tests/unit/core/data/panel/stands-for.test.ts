import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markersIn } from '../../../../../core/data/panel/resolve.ts';
import { codesOf, nameOf, resolveShipped } from './panel-support.ts';

const ids = ['CD3', 'CD56', 'CD16', 'CD4', 'CD8', 'CD19', 'CD14', 'CD45'] as const;
const numberOf = (id: string) => id.slice(2);

/** Ways to write one marker, with what stands around it. */
const spellings: readonly ((n: string) => string)[] = [
  (n) => `CD${n}`,
  (n) => `cd${n}`,
  (n) => `CD ${n}`,
  (n) => `CD-${n}`,
  (n) => `CD_${n}`,
  (n) => `CD(${n})`,
  (n) => `ＣＤ${[...n].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('')}`,
  (n) => `anti-CD${n}`,
  (n) => `αCD${n}`,
  (n) => `hCD${n}`,
];
const around: readonly ((marker: string) => string)[] = [
  (m) => m,
  (m) => `${m} FITC`,
  (m) => `${m}:PE`,
  (m) => `FITC ${m}`,
  (m) => `${m}_BV421`,
  (m) => `${m}-A`,
  (m) => `${m} PE/Cy7`,
  (m) => `${m} PerCP/Cy5.5`,
  (m) => `${m} BV605/ QDot605`,
  (m) => `${m} APC-H7`,
  (m) => `${m} (SK7)`,
  (m) => `154Sm_${m}`,
  (m) => `${m} PE-CF594`,
  (m) => `${m}+`,
  (m) => `  ${m} `,
  (m) => `${m};FITC;530/30@488/B`,
  (m) => `Comp-${m}`,
  (m) => `${m} AF700`,
];
const aPlainLabel = (id: string) =>
  fc.tuple(fc.constantFrom(...spellings), fc.constantFrom(...around)).map(([spell, put]) => put(spell(numberOf(id))));

/** What keeps a label from standing for the marker in it. */
const negated: readonly ((marker: string) => string)[] = [
  (m) => `FMO ${m}`,
  (m) => `${m} FMO`,
  (m) => `FMO-${m}`,
  (m) => `${m}_fmo`,
  (m) => `no ${m}`,
  (m) => `minus ${m}`,
  (m) => `w/o ${m}`,
  (m) => `without ${m}`,
  (m) => `${m} neg`,
  (m) => `${m}neg`,
  (m) => `${m}-`,
  (m) => `${m} (-)`,
  (m) => `${m} negative`,
  (m) => `IgG1 isotype ${m}`,
  (m) => `mIgG2a ${m}`,
  (m) => `${m} iso`,
  (m) => `${m} ctrl`,
  (m) => `unstained ${m}`,
  (m) => `${m} control`,
  (m) => `dump (${m})`,
  (m) => `Lineage ${m}`,
  (m) => `${m} アイソタイプ`,
  (m) => `${m}陰性`,
  (m) => `${m}抜き`,
  (m) => `all except ${m}`,
  (m) => `non-${m}`,
  (m) => `F.M.O. ${m}`,
  (m) => `wo ${m}`,
  (m) => `${m} Isotypkontrolle`,
  (m) => `fluorescence minus one: ${m}`,
  (m) => `${m} (not stained)`,
  (m) => `${m}⁻`,
];
const several: readonly ((a: string, b: string) => string)[] = [
  (a, b) => `CD${a}/CD${b}`,
  (a, b) => `CD${a}+CD${b}`,
  (a, b) => `CD${a}_CD${b}`,
  (a, b) => `CD${a}CD${b}`,
  (a, b) => `CD${a}, CD${b}`,
  (a, b) => `CD${a} & ${b}`,
  (a, b) => `CD${a}/${b}`,
  (a, b) => `CD${a}+${b}`,
  (a, b) => `CD ${a}/CD ${b} PE`,
  (a, b) => `CD${a}/CD${b}/CD20 PE/Cy7`,
  (a, b) => `cd${a} and cd${b}`,
  (a, b) => `CD${a}・${b}`,
];

describe('a label stands for a marker', () => {
  it('however it is written', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ids).chain((id) => fc.tuple(fc.constant(id), aPlainLabel(id))),
        ([id, label]) => {
          const resolved = resolveShipped(['P1-A', label]);
          expect([label, [...resolved.channels.keys()], codesOf(resolved)]).toEqual([label, [id], []]);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['Leu-4', 'CD3'],
    ['Leu4 FITC', 'CD3'],
    ['LEU 19', 'CD56'],
    ['Leu-2a', 'CD8'],
    ['Leu-3a PE', 'CD4'],
    ['Leu-11c', 'CD16'],
    ['CD3e', 'CD3'],
    ['CD3ε', 'CD3'],
    ['CD8a', 'CD8'],
    ['CD56/NCAM', 'CD56'],
    ['CD56bright', 'CD56'],
    ['CD3 OKT3', 'CD3'],
    ['CD16 (3G8)', 'CD16'],
    ['CD56 (HCD56)', 'CD56'],
    ['CD45-KO', 'CD45'],
    ['CD3PE', 'CD3'],
  ])('%s is %s', (label, id) => expect([...resolveShipped(['P1-A', label]).channels.keys()]).toEqual([id]));

  it('as a whole word only', () => {
    const others = [
      'CD38',
      'CD16/32',
      'CD30',
      'CD45RA',
      'CD161',
      'CD163',
      'CD44',
      'CD81',
      'CD141',
      'CD192',
      'Leu-1',
      'Leu-41',
      'CD33',
      'CD123',
      'CD5',
    ];
    for (const label of others) expect([label, [...resolveShipped(['P1-A', label]).channels.keys()]]).toEqual([label, []]);
  });
});

describe('a label that negates or widens a marker', () => {
  it('does not stand for it, and says why', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.constantFrom(...spellings), fc.constantFrom(...negated), (id, spell, negate) => {
        const label = negate(spell(numberOf(id)));
        const resolved = resolveShipped(['P1-A', label]);
        expect([label, [...resolved.channels.keys()], codesOf(resolved).length]).toEqual([label, [], 1]);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not stand for it where it names several', () => {
    const pair = fc
      .uniqueArray(fc.constantFrom(...ids), { minLength: 2, maxLength: 2 })
      .filter((two) => !(two.includes('CD16') && two.includes('CD56')));
    fc.assert(
      fc.property(pair, fc.constantFrom(...several), ([a, b], write) => {
        const label = write(numberOf(a!), numberOf(b!));
        const resolved = resolveShipped(['P1-A', label]);
        expect([label, [...resolved.channels.keys()], codesOf(resolved)]).toEqual([label, [], ['label-mixture']]);
      }),
      { numRuns: 1000 },
    );
    for (const label of ['CD3/TCRgd', 'CD3 HLA-DR', 'CD14 / Live-Dead', 'CD45RA/CD45', 'CD3/TCRab', 'CD3/B220/Ter119/Gr-1', 'CD19 IgD'])
      expect([label, [...resolveShipped(['P1-A', label]).channels.keys()]]).toEqual([label, []]);
  });

  it('lets a plain label beside it stand', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ids).chain((id) => fc.tuple(fc.constant(id), aPlainLabel(id))),
        fc.constantFrom(...negated),
        fc.boolean(),
        ([id, plain], negate, first) => {
          const names = [
            ['P1-A', plain],
            ['P2-A', negate(id)],
          ] as [string, string][];
          const resolved = resolveShipped(...(first ? names : names.toReversed()));
          expect([plain, nameOf(resolved, id), codesOf(resolved)]).toEqual([plain, 'P1-A', []]);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is not overruled by the name of its detector', () => {
    expect(nameOf(resolveShipped(['CD56 PE-A', 'FMO']), 'CD56')).toBeUndefined();
    expect(nameOf(resolveShipped(['CD56 PE-A', 'CD4']), 'CD56')).toBeUndefined();
    expect(nameOf(resolveShipped(['CD56', 'PE']), 'CD56')).toBe('CD56');
  });
});

describe('CD16 and CD56 in one colour', () => {
  const both = [
    'CD16+56',
    'CD16/56',
    'CD56+16',
    'CD16+CD56',
    'CD16CD56',
    'CD16_56',
    'CD 16/56 PE',
    'cd16-cd56',
    'CD56/CD16',
    'CD(16+56)',
    'ＣＤ16＋56',
    'CD16 & CD56',
    'CD16-56',
    'CD16/CD56 PE-Cy7',
    'CD16.56',
    'CD16and56',
    'CD16 and CD56',
    '16+56',
    'CD16、CD56',
  ];
  it.each(both)('%s serves as CD56, never as CD16, and says so', (label) => {
    const resolved = resolveShipped(['PE-A', label]);
    expect(['CD16+56', 'CD56', 'CD16'].map((id) => nameOf(resolved, id))).toEqual(['PE-A', undefined, undefined]);
    expect(codesOf(resolved)).toEqual(['combined-marker']);
    expect(markersIn(resolved).get('CD56')?.name).toBe('PE-A');
  });

  it('gives way to a plain label', () => {
    const resolved = resolveShipped(['PE-A', 'CD16+56'], ['APC-A', 'CD56'], ['FITC-A', 'CD16']);
    expect([nameOf(resolved, 'CD56'), nameOf(resolved, 'CD16'), codesOf(resolved)]).toEqual(['APC-A', 'FITC-A', []]);
  });

  it('serves as no marker that has a channel of its own', () =>
    expect(markersIn(resolveShipped(['PE-A', 'CD16+56'], ['APC-A', 'CD56'])).get('CD56')?.name).toBe('APC-A'));

  it('is no CD56 with a third marker, or left out', () => {
    for (const label of ['CD16+56+19', 'CD16/CD56/CD14', 'CD3/16/56', 'FMO CD16+56', 'CD16+56 iso', 'CD16+56 HLA-DR'])
      expect([label, [...resolveShipped(['PE-A', label]).channels.keys()]]).toEqual([label, []]);
  });
});
