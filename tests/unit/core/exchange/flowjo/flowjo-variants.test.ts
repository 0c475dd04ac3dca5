import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import { newWorkspace } from '../../../../../core/exchange/flowjo/new-workspace.ts';
import { writeWorkspace } from '../../../../../core/exchange/flowjo/write-workspace.ts';
import { readStrategy } from '../../../../../core/exchange/formats/read-strategy.ts';
import { readGatingMl } from '../../../../../core/exchange/gating-ml/read-gating-ml.ts';
import { readTable } from '../../../../../core/study/sample/raw-sample.ts';
import { createPool } from '../../../../../headless/host/host.ts';
import { gateBytesForTest } from '../../../../fixtures/gate-file.ts';
import {
  booleanPopulation,
  gatingMl,
  linearScales,
  population,
  type SampleParts,
  shape,
  smallFile,
  spill,
  workspace,
} from '../../../../fixtures/small-file.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function gate(
  text: string,
  wanted: { readonly file?: string; readonly sample?: string } = {},
  keywords: readonly (readonly [string, string])[] = [spill],
  gain = 1,
) {
  let notes: readonly string[] = [];
  const file = smallFile(keywords, gain);
  const { file: name = 'small.fcs', ...rest } = wanted;
  const gated = await gateBytesForTest('small.fcs', file, (dataset) => {
    const read = readStrategy(bytesOf(text), 'w.wsp', dataset, { file: name, ...rest });
    notes = read.notes.map(({ code, about }) => `${code} ${about}`);
    return read.protocol;
  });
  const { '': _, ...counts } = gated.counts;
  return { counts, refused: gated.refused, notes };
}

const one = (parts: SampleParts, matrices = '') => gate(workspace([parts], matrices));

/** The matrix of the file as FlowJo writes it: its own names for channels with a slash. */
const matrixOf = (attributes = 'prefix="Comp-" suffix=""', id = 'm1') =>
  `<transforms:spilloverMatrix ${attributes} name="Acquisition-defined" transforms:id="${id}"><data-type:parameters><data-type:parameter data-type:name="FITC-A"/><data-type:parameter data-type:name="APC_Cy7-A"/></data-type:parameters>
<transforms:spillover data-type:parameter="FITC-A"><transforms:coefficient data-type:parameter="FITC-A" transforms:value="1"/><transforms:coefficient data-type:parameter="APC_Cy7-A" transforms:value="0.1"/></transforms:spillover>
<transforms:spillover data-type:parameter="APC_Cy7-A"><transforms:coefficient data-type:parameter="FITC-A" transforms:value="0"/><transforms:coefficient data-type:parameter="APC_Cy7-A" transforms:value="1"/></transforms:spillover></transforms:spilloverMatrix>`;

/** Compensated values of APC/Cy7 are 10 + i: raw 20 + i less a tenth of FITC's 100. */
const aboveFifteen = population('high', shape.rectangle({ 'Comp-APC_Cy7-A': { min: 15 } }));

describe('compensated channels of a FlowJo workspace', () => {
  it('are compensated, though their names are written with "_" for "/"', async () => {
    expect(await one({ matrix: matrixOf(), populations: aboveFifteen })).toEqual({ counts: { high: 15 }, refused: {}, notes: [] });
  });

  it('by any prefix and suffix', async () => {
    const bracketed = population('high', shape.rectangle({ '&lt;APC_Cy7-A&gt;': { min: 15 } }));
    const scales = linearScales.replaceAll('Comp-APC_Cy7-A', '&lt;APC_Cy7-A&gt;');
    const found = await one({ matrix: matrixOf('prefix="&lt;" suffix="&gt;"'), scales, populations: bracketed });
    expect(found).toEqual({ counts: { high: 15 }, refused: {}, notes: [] });
  });

  it("by the workspace's matrix where the sample only names one, or where only one is there", async () => {
    const named = '<transforms:spilloverMatrix transforms:id="m1" name="Acquisition-defined" prefix="Comp-" suffix=""/>';
    expect((await one({ matrix: named, populations: aboveFifteen }, matrixOf())).counts).toEqual({ high: 15 });
    const assumed = await one({ populations: aboveFifteen }, matrixOf());
    expect(assumed).toMatchObject({ counts: { high: 15 }, notes: ['matrix-assumed Comp-APC_Cy7-A'] });
  });

  it("by the file's own where the matrix holds no coefficients", async () => {
    const empty = '<transforms:spilloverMatrix name="Acquisition-defined" prefix="Comp-" suffix=""/>';
    expect((await one({ matrix: empty, populations: aboveFifteen })).counts).toEqual({ high: 15 });
    const without = await gate(workspace([{ matrix: empty, populations: aboveFifteen }]), {}, []);
    expect(without).toMatchObject({ counts: {}, refused: { high: 'compensation-absent' } });
  });

  it('are refused, never taken as raw, where there is no matrix', async () => {
    for (const name of ['Comp-APC_Cy7-A', 'FJComp-APC_Cy7-A', '&lt;APC_Cy7-A&gt;']) {
      const { counts, refused, notes } = await one({
        scales: linearScales.replaceAll('Comp-APC_Cy7-A', name),
        populations: population('high', shape.rectangle({ [name]: { min: 15 } }), population('below', shape.rectangle({ 'FSC-A': {} }))),
      });
      expect(counts).toEqual({});
      expect(Object.keys(refused)).toEqual(['high', 'high/below']);
      expect(notes.map((note) => note.split(' ')[0])).toContain('compensation-unknown');
    }
  });

  it('two matrices that fit and none named: refused', async () => {
    const { counts, refused } = await one({ populations: aboveFifteen }, matrixOf() + matrixOf('prefix="Comp-" suffix=""', 'm2'));
    expect(counts).toEqual({});
    expect(Object.keys(refused)).toEqual(['high']);
  });

  it('a channel that the file lacks is refused alone', async () => {
    const found = await one({
      populations:
        population('no', shape.rectangle({ 'PE-A': { min: 1 } })) + population('yes', shape.rectangle({ 'FSC-A': { min: 100 } })),
    });
    expect(found.counts).toEqual({ yes: 10 });
    expect(Object.keys(found.refused)).toEqual(['no']);
  });
});

describe('populations of a FlowJo workspace', () => {
  const upper = shape.rectangle({ 'FSC-A': { min: 100 } });

  it('names with "/" and equal names side by side stay apart', async () => {
    const populations =
      population('CD3+/CD4-', upper, population('x', upper)) +
      population('x', upper) +
      population('x', shape.rectangle({ 'FSC-A': { max: 50 } }));
    const { counts, notes } = await one({ populations });
    expect(Object.values(counts)).toEqual([10, 10, 10, 5]);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toContain('name-taken');
  });

  it('boolean nodes of populations that come later, of nested ones and of names with "/"', async () => {
    const populations = [
      booleanPopulation('NotNode', 'not', ['a/b/c']),
      booleanPopulation('AndNode', 'and', ['a/b', 'low']),
      booleanPopulation('OrNode', 'or', ['a/b', 'low']),
      population(
        'a/b',
        upper,
        population('c', shape.rectangle({ 'FSC-A': { min: 150 } })) + booleanPopulation('NotNode', 'inner', ['a/b/c']),
      ),
      population('low', shape.rectangle({ 'FSC-A': { max: 120 } })),
    ].join('');
    const { counts, refused } = await one({ populations });
    expect(refused).toEqual({});
    expect(counts).toMatchObject({ not: 15, and: 2, or: 20, low: 12 });
    expect(Object.values(counts)).toContain(5);
  });

  it('boolean nodes of what is not there, or of themselves, are refused', async () => {
    const populations =
      booleanPopulation('AndNode', 'a', ['b', 'b']) +
      booleanPopulation('NotNode', 'b', ['a']) +
      booleanPopulation('NotNode', 'c', ['nothing']);
    const { counts, refused } = await one({ populations });
    expect(counts).toEqual({});
    expect(Object.keys(refused).sort()).toEqual(['a', 'b', 'c']);
  });

  it('infinite and missing bounds do not bound; a gate may hold what is outside', async () => {
    const { counts } = await one({
      populations:
        population('open', shape.rectangle({ 'FSC-A': { min: '-Infinity', max: 'INF' }, 'SSC/A': { min: 100 } })) +
        population('out', shape.rectangle({ 'FSC-A': { min: 100 } }, 'eventsInside="0"')) +
        population(
          'out of polygon',
          shape.polygon(
            ['FSC-A', 'SSC/A'],
            [
              [-1, -1],
              [95, -1],
              [95, 300],
              [-1, 300],
            ],
            'eventsInside="0"',
          ),
        ),
    });
    expect(counts).toEqual({ open: 11, out: 10, 'out of polygon': 10 });
  });

  it('a kind that is not known, and a number that is none, are said with their lines, the others counted', async () => {
    const populations = `${population('strange', '<gating:SplineGate/>', population('below', upper))}
${population('broken', shape.rectangle({ 'FSC-A': { min: 'ten' } }))}
${population('doubtful', shape.rectangle({ 'FSC-A': { min: '100,000' } }))}
${population('comma', shape.rectangle({ 'FSC-A': { min: '99,5' } }))}
${population('good', upper)}`;
    const { counts, notes } = await one({ populations });
    expect(counts).toEqual({ good: 10, comma: 10 });
    expect(notes).toEqual(['gate-unreadable strange', 'gate-number-unreadable broken', 'gate-number-unreadable doubtful']);
  });

  it('time is in seconds by the gain of its axis, else by $TIMESTEP, else by the clock', async () => {
    const late = population('late', shape.rectangle({ Time: { min: 5 } }));
    const axis = (gain: number) =>
      `<transforms:linear transforms:minRange="0" transforms:maxRange="100" gain="${gain}"><data-type:parameter data-type:name="Time"/></transforms:linear>`;
    expect((await one({ populations: late, scales: axis(0.5) })).counts).toEqual({ late: 10 });
    expect((await one({ populations: late, scales: axis(1) })).counts).toEqual({ late: 10 });
    expect((await one({ populations: late, scales: axis(0) })).counts).toEqual({ late: 10 });
    expect((await one({ populations: late, scales: axis(0.25) })).counts).toEqual({ late: 0 });
    expect((await one({ populations: late, scales: '' })).counts).toEqual({ late: 10 });
    const noStep: [string, string][] = [
      ['$TIMESTEP', 'unknown'],
      ['$BTIM', '23:59:55'],
      ['$ETIM', '00:00:14'],
    ];
    const byClock = await gate(workspace([{ populations: late, scales: axis(1) }]), {}, noStep);
    // 19 steps in 19 seconds
    expect(byClock.counts).toEqual({ late: 15 });
  });

  it('an unknown scale: ranges are counted, slanted edges not', async () => {
    const scales = '<transforms:miltenyi><data-type:parameter data-type:name="FSC-A"/></transforms:miltenyi>';
    const slanted = shape.polygon(
      ['FSC-A', 'SSC/A'],
      [
        [0, 0],
        [100, 0],
        [50, 300],
      ],
    );
    const { counts, notes } = await one({ scales, populations: population('range', upper) + population('slanted', slanted) });
    expect(counts).toEqual({ range: 10 });
    expect(notes).toContain('gate-scale-unreadable slanted');
    expect(notes).toContain('transform-unknown FSC-A');
  });
});

describe('$PnG', () => {
  const names = ['FSC-A', 'SSC/A', 'FITC-A', 'APC/Cy7-A'];
  const keywords = names.flatMap((name, i): [string, string][] => [
    [`$P${i + 1}N`, name],
    [`$P${i + 1}G`, '4'],
  ]);
  const populations = population('upper', shape.rectangle({ 'FSC-A': { min: 100 } })) + aboveFifteen;
  const text = (rest = '') => workspace([{ keywords, matrix: matrixOf(), populations }], '', rest);
  const counts = (rest?: string) => gate(text(rest), {}, [spill], 4).then((found) => found.counts);

  it('is left alone as FlowJo does, unless its cytometer is set to use it', async () => {
    expect(await counts()).toEqual({ upper: 10, high: 15 });
    expect(await counts('<Cytometers><Cytometer name="a" cyt="" useGain="0"/></Cytometers>')).toEqual({ upper: 10, high: 15 });
    expect(await counts('<Cytometers><Cytometer name="a" cyt="" useGain="1"/></Cytometers>')).toEqual({ upper: 0, high: 0 });
  });

  it('is used in a workspace that is written for a protocol', async () => {
    const raw = await readTable(bytesSource('small.fcs', smallFile([spill], 4)), createPool());
    const strategy = readGatingMl(
      gatingMl(
        '<gating:RectangleGate gating:id="g"><gating:dimension gating:compensation-ref="uncompensated" gating:min="25"><data-type:fcs-dimension data-type:name="FSC-A"/></gating:dimension></gating:RectangleGate>',
      ),
    );
    const made = newWorkspace([{ name: 'small.fcs', uri: 'small.fcs', dataset: raw.dataset, strategy, counts: new Map() }]);
    raw.table.release();
    expect((await gate(writeWorkspace(made).text, {}, [spill], 4)).counts).toEqual({ g: 10 });
  });
});

describe('the grid of FlowJo', () => {
  const byGrid = async (populations: string, scales?: string) => {
    const text = workspace([{ populations, ...(scales === undefined ? {} : { scales }) }]);
    const { counts } = await gateBytesForTest(
      'small.fcs',
      smallFile([spill]),
      (dataset) => readStrategy(bytesOf(text), 'w.wsp', dataset, { file: 'small.fcs' }).protocol,
      'flowjo',
    );
    return counts['p'];
  };
  const square = (to: number) =>
    shape.polygon(
      ['FSC-A', 'SSC/A'],
      [
        [0, 0],
        [to, 0],
        [to, to],
        [0, to],
      ],
    );
  const axes = (top: number) => linearScales.replaceAll('maxRange="1024"', `maxRange="${top}"`);

  it('counts events off scale in where a polygon reaches the end of the axis', async () => {
    // FSC-A and SSC/A both go up to 190 and 200: beyond an axis that ends at 100
    const reaching = population('p', square(100));
    expect(await byGrid(reaching, axes(100))).toBe(20);
    // the event at its corner is on an edge
    expect((await one({ populations: reaching, scales: axes(100) })).counts).toEqual({ p: 1 });
    expect(await byGrid(population('p', square(60)), axes(100))).toBe(0);
    expect(await byGrid(population('p', square(1024)))).toBe(20);
  });

  it('opens the bounds of a rectangle that reaches the end, and is exact otherwise', async () => {
    const rectangle = (max: number) => population('p', shape.rectangle({ 'FSC-A': { min: 0, max } }));
    expect(await byGrid(rectangle(100), axes(100))).toBe(20);
    expect(await byGrid(rectangle(95), axes(100))).toBe(10);
    expect(await byGrid(rectangle(95))).toBe(10);
  });
});

describe('the sample that a file is', () => {
  const upper = population('p', shape.rectangle({ 'FSC-A': { min: 100 } }));
  const lower = population('p', shape.rectangle({ 'FSC-A': { max: 30 } }));
  const codeOf = async (...args: Parameters<typeof gate>) =>
    gate(...args).then(
      () => 'none',
      (error: { code?: string }) => error.code,
    );

  it('by its name in a URI with escapes, whatever its folder and case', async () => {
    const text = workspace([
      { id: '1', name: 'Specimen', uri: 'file:/D:/r%C3%A9sum%C3%A9/SMALL%201.fcs', populations: upper },
      { id: '2', name: 'other.fcs', populations: lower },
    ]);
    expect((await gate(text, { file: '/data/small 1.fcs' })).counts).toEqual({ p: 10 });
  });

  it('by its name without the ending', async () => {
    const text = workspace([
      { id: '1', name: 'small', uri: '', populations: upper },
      { id: '2', name: 'other', uri: '', populations: lower },
    ]);
    expect((await gate(text)).counts).toEqual({ p: 10 });
    expect((await gate(text, { sample: 'other.fcs' })).counts).toEqual({ p: 3 });
  });

  it('one of two with the same name: by its keywords, by id, else refused unless both gate alike', async () => {
    const samples = (first: string, second: string) =>
      workspace([
        { id: '1', keywords: [['$TOT', first]], populations: upper },
        { id: '2', keywords: [['$TOT', second]], populations: lower },
      ]);
    expect((await gate(samples('20', '99'))).counts).toEqual({ p: 10 });
    expect((await gate(samples('99', '20'))).counts).toEqual({ p: 3 });
    expect(await codeOf(samples('20', '20'))).toBe('sample-ambiguous');
    expect((await gate(samples('20', '20'), { sample: '2' })).counts).toEqual({ p: 3 });
    const alike = workspace([
      { id: '1', populations: upper },
      { id: '2', populations: upper },
    ]);
    expect((await gate(alike)).counts).toEqual({ p: 10 });
  });

  it('renamed: by its keywords; none that fits: refused', async () => {
    const text = workspace([
      {
        id: '1',
        name: 'a.fcs',
        keywords: [
          ['$TOT', '20'],
          ['$PAR', '5'],
          ['$CYT', 'simulated'],
        ],
        populations: upper,
      },
      {
        id: '2',
        name: 'b.fcs',
        keywords: [
          ['$TOT', '21'],
          ['$PAR', '5'],
          ['$CYT', 'simulated'],
        ],
        populations: lower,
      },
    ]);
    expect((await gate(text)).counts).toEqual({ p: 10 });
    expect(await codeOf(text, { sample: 'c.fcs' })).toBe('sample-not-found');
    const others = workspace([
      { id: '1', name: 'a.fcs', keywords: [['$TOT', '7']], populations: upper },
      { id: '2', name: 'b.fcs', populations: lower },
    ]);
    expect(await codeOf(others)).toBe('sample-not-found');
    expect(await codeOf(workspace([{ id: '1', name: 'a.fcs', keywords: [['$TOT', '7']], populations: upper }]))).toBe('sample-differs');
  });

  it('in a workspace that does not say what its prefixes stand for, and whose URIs are names', async () => {
    const text = workspace([{ name: 'Specimen', uri: 'file:small.fcs', matrix: matrixOf(), populations: aboveFifteen }]);
    expect((await gate(text.replaceAll(/ xmlns:[a-z-]+="[^"]*"/g, ''))).counts).toEqual({ high: 15 });
  });

  it('without any gates has no populations', async () => {
    const text = workspace([{ populations: '' }]).replace(/<Subpopulations>\s*<\/Subpopulations>/, '');
    expect(await gate(text)).toEqual({ counts: {}, refused: {}, notes: [] });
  });
});
