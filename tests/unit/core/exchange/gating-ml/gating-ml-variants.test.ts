import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../../core/base/problem.ts';
import { readStrategy } from '../../../../../core/exchange/formats/read-strategy.ts';
import { readGatingMl } from '../../../../../core/exchange/gating-ml/read-gating-ml.ts';
import { writeGatingMl } from '../../../../../core/exchange/gating-ml/write-gating-ml.ts';
import { gateBytesForTest } from '../../../../fixtures/gate-file.ts';
import { gatingMl, smallFile, spill } from '../../../../fixtures/small-file.ts';

const dimension = (name: string, rest = '', compensation = 'uncompensated') =>
  `<gating:dimension gating:compensation-ref="${compensation}" ${rest}><data-type:fcs-dimension data-type:name="${name}"/></gating:dimension>`;
const range = (id: string, min: number | string, rest = '', name = 'FSC-A', compensation = 'uncompensated') =>
  `<gating:RectangleGate gating:id="${id}" ${rest}>${dimension(name, `gating:min="${min}"`, compensation)}</gating:RectangleGate>`;
const boolean = (id: string, content: string, rest = '') => `<gating:BooleanGate gating:id="${id}" ${rest}>${content}</gating:BooleanGate>`;
const ref = (id: string, rest = '') => `<gating:gateReference gating:ref="${id}" ${rest}/>`;

const gate = (text: string | Uint8Array, keywords = [spill]) =>
  gateBytesForTest('small.fcs', smallFile(keywords), (dataset) => {
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    return readStrategy(bytes, 'g.xml', dataset, { file: 'small.fcs' }).protocol;
  });

async function countsOf(text: string | Uint8Array) {
  const { counts, refused } = await gate(text);
  const { '': _, ...rest } = counts;
  return { ...rest, ...refused };
}

/** The code of the refusal and its line, counted from the first line of the content. */
async function refusal(text: string): Promise<string> {
  const error = await gate(text).then(
    () => undefined,
    (problem: Problem) => problem,
  );
  const line = (error?.place as { readonly line?: number } | undefined)?.line;
  return `${error?.code} ${line === undefined ? '-' : line - 2}`;
}

describe('Gating-ML of other origins', () => {
  it('with other prefixes, a default namespace, or attributes without a prefix', async () => {
    const plain = gatingMl(range('a', 100));
    expect(await countsOf(plain)).toEqual({ a: 10 });
    const other = plain.replaceAll('gating:', 'g:').replaceAll('xmlns:gating', 'xmlns:g').replaceAll('data-type', 'd');
    expect(await countsOf(other)).toEqual({ a: 10 });
    expect(await countsOf(plain.replaceAll('gating:', '').replace('xmlns:gating', 'xmlns'))).toEqual({ a: 10 });
  });

  it('in UTF-16 and with a byte order mark', async () => {
    const text = gatingMl(range('ナチュラルキラー', 100)).replace('UTF-8', 'UTF-16');
    const utf16 = new Uint8Array(2 + 2 * text.length);
    new DataView(utf16.buffer).setUint16(0, 0xfeff, true);
    [...text].forEach((letter, i) => new DataView(utf16.buffer).setUint16(2 + 2 * i, letter.charCodeAt(0), true));
    expect(await countsOf(utf16)).toEqual({ ナチュラルキラー: 10 });
    expect(await countsOf(`\ufeff${gatingMl(range('a', 100))}`)).toEqual({ a: 10 });
  });

  it('gates before their parents and references; quadrants as parents', async () => {
    const text = gatingMl(`${range('child', 150, 'gating:parent_id="parent"')}
${boolean('not', `<gating:not>${ref('parent')}</gating:not>`)}
${boolean('both', `<gating:and>${ref('parent')}${ref('child', 'gating:use-as-complement="true"')}</gating:and>`)}
${range('parent', 100)}`);
    expect(await countsOf(text)).toEqual({ 'parent/child': 5, parent: 10, not: 10, both: 5 });
    const quadrants = gatingMl(`<gating:QuadrantGate gating:id="Q">
<gating:divider gating:id="x" gating:compensation-ref="uncompensated"><data-type:fcs-dimension data-type:name="FSC-A"/><gating:value>50</gating:value><gating:value>100</gating:value></gating:divider>
<gating:Quadrant gating:id="low"><gating:position gating:divider_ref="x" gating:location="0"/></gating:Quadrant>
<gating:Quadrant gating:id="mid"><gating:position gating:divider_ref="x" gating:location="70"/></gating:Quadrant>
<gating:Quadrant gating:id="high"><gating:position gating:divider_ref="x" gating:location="100"/></gating:Quadrant>
</gating:QuadrantGate>${range('in high', 180, 'gating:parent_id="high"')}`);
    expect(await countsOf(quadrants)).toEqual({ low: 5, mid: 5, high: 10, 'high/in high': 2 });
  });

  it('arcsinh with a cofactor as Cytobank writes it, and time in seconds', async () => {
    const text =
      gatingMl(`<transforms:transformation transforms:id="t"><transforms:fasinh transforms:T="5.8760059682190064" transforms:M="0.43429448190325176" transforms:A="0.0"/></transforms:transformation>
<gating:RectangleGate gating:id="a">${dimension('FSC-A', 'gating:min="3" gating:transformation-ref="t"')}</gating:RectangleGate>
${range('late', 5, '', 'Time')}`);
    // asinh(x / 5) >= 3 from x = 50.1 on
    expect(await countsOf(text)).toEqual({ a: 14, late: 10 });
  });

  it('compensates by the file, by a matrix of its own, and refuses what is not there', async () => {
    const matrix = `<transforms:spectrumMatrix transforms:id="M"><transforms:fluorochromes><data-type:fcs-dimension data-type:name="F"/><data-type:fcs-dimension data-type:name="A"/></transforms:fluorochromes>
<transforms:detectors><data-type:fcs-dimension data-type:name="FITC-A"/><data-type:fcs-dimension data-type:name="APC/Cy7-A"/></transforms:detectors>
<transforms:spectrum><transforms:coefficient transforms:value="1"/><transforms:coefficient transforms:value="0.2"/></transforms:spectrum>
<transforms:spectrum><transforms:coefficient transforms:value="0"/><transforms:coefficient transforms:value="1"/></transforms:spectrum></transforms:spectrumMatrix>`;
    const text = gatingMl(
      `${matrix}${range('file', 15, '', 'APC/Cy7-A', 'FCS')}${range('own', 15, '', 'A', 'M')}${range('raw', 35, '', 'APC/Cy7-A')}`,
    );
    expect(await countsOf(text)).toEqual({ file: 15, own: 5, raw: 5 });
    expect(await countsOf(gatingMl(range('file', 15, '', 'APC/Cy7-A', 'FCS')))).toEqual({ file: 15 });
    const { counts } = await gate(gatingMl(range('file', 15, '', 'APC/Cy7-A', 'FCS') + range('raw', 35, '', 'APC/Cy7-A')), []);
    expect(counts).toEqual({ '': 20, file: 20, raw: 5 });
  });
});

describe('Gating-ML that is not to be read', () => {
  it.each([
    ['another root', '<a xmlns="http://www.isac-net.org/std/Gating-ML/v2.0/gating"/>', 'strategy-format-unknown -'],
    ['another namespace', gatingMl(range('a', 1)).replaceAll('v2.0/gating"', 'v1.5/gating"'), 'document-gating-ml-1 -'],
    ['no document', '', 'document-empty -'],
    ['an element that is not closed', gatingMl('<gating:RectangleGate>'), 'xml-invalid 2'],
    ['a prefix that stands for nothing', gatingMl(`\n<other:thing/>`), 'xml-invalid 2'],
    ['an element that there is not', gatingMl('\n\n<gating:CircleGate gating:id="c"/>'), 'gatingml-element 3'],
    ['no id', gatingMl(`\n<gating:RectangleGate>${dimension('FSC-A')}</gating:RectangleGate>`), 'xml-attribute-missing 2'],
    ['an id twice', gatingMl(`${range('a', 1)}\n${range('a', 2)}`), 'gatingml-id-taken 2'],
    ['a number that is none', gatingMl(`\n${range('a', 'ten')}`), 'xml-number 2'],
    ['a number with a comma', gatingMl(`\n${range('a', '1,5')}`), 'xml-number 2'],
    ['a hexadecimal number', gatingMl(`\n${range('a', '0x10')}`), 'xml-number 2'],
    ['NaN', gatingMl(`\n${range('a', 'NaN')}`), 'xml-number 2'],
    ['a parent that is not there', gatingMl(`\n${range('a', 1, 'gating:parent_id="b"')}`), 'gatingml-reference 2'],
    [
      'a gate that is its own ancestor',
      gatingMl(`${range('a', 1, 'gating:parent_id="b"')}\n${range('b', 1, 'gating:parent_id="a"')}`),
      'gatingml-circular 1',
    ],
    ['a boolean gate of itself', gatingMl(`\n${boolean('a', `<gating:not>${ref('a')}</gating:not>`)}`), 'gatingml-circular 2'],
    ['a boolean gate of nothing', gatingMl(`\n${boolean('a', '<gating:and/>')}`), 'xml-child-missing 2'],
    ['not of two', gatingMl(`${range('b', 1)}\n${boolean('a', `<gating:not>${ref('b')}${ref('b')}</gating:not>`)}`), 'xml-value 2'],
    ['a reference to nothing', gatingMl(`\n${boolean('a', `<gating:and>${ref('b')}${ref('c')}</gating:and>`)}`), 'gatingml-reference 2'],
    [
      'a scale that is not there',
      gatingMl(`\n<gating:RectangleGate gating:id="a">${dimension('FSC-A', 'gating:transformation-ref="t"')}</gating:RectangleGate>`),
      'gatingml-reference 2',
    ],
    ['a matrix that is not there', gatingMl(`\n${range('a', 1, '', 'FSC-A', 'M')}`), 'gatingml-reference 2'],
    [
      'a scale outside its domain',
      gatingMl(
        '\n<transforms:transformation transforms:id="t"><transforms:logicle transforms:T="1000" transforms:W="3" transforms:M="4" transforms:A="0"/></transforms:transformation>',
      ),
      'xml-value 2',
    ],
    [
      'a line as a polygon',
      gatingMl(`\n<gating:PolygonGate gating:id="a">${dimension('FSC-A')}${dimension('SSC/A')}</gating:PolygonGate>`),
      'xml-value 2',
    ],
    [
      'entities of its own',
      `<?xml version="1.0"?>\n<!DOCTYPE a [<!ENTITY b "c">]>\n${gatingMl(range('&b;', 1)).split('\n').slice(1).join('\n')}`,
      'xml-entities 0',
    ],
    ['an entity that was never declared', gatingMl(`\n${range('&amp;&b;', 1)}`), 'xml-invalid 2'],
  ])('%s', async (_, text, expected) => expect(await refusal(text)).toBe(expected));

  it('gates a thousand deep, and elements a million deep', async () => {
    const chain = Array.from({ length: 1000 }, (_, i) => range(`g${i}`, 1, i === 0 ? '' : `gating:parent_id="g${i - 1}"`));
    expect(await refusal(gatingMl(chain.join('\n')))).toMatch(/^xml-value \d+$/);
    expect(await refusal(gatingMl('<gating:a>'.repeat(1e6)))).toBe('xml-too-large 1');
  });

  it('is refused or counted, whatever is broken in it, and never fails otherwise', async () => {
    const whole = gatingMl(`${range('a', 100)}${boolean('n', `<gating:not>${ref('a')}</gating:not>`)}`);
    for (let i = 0; i < whole.length; i += 3) {
      for (const broken of [
        whole.slice(0, i) + whole.slice(i + 1),
        `${whole.slice(0, i)}"${whole.slice(i)}`,
        `${whole.slice(0, i)}9${whole.slice(i)}`,
      ]) {
        const code = await gate(broken).then(
          () => 'counted',
          (problem: { readonly code?: string }) => problem.code ?? String(problem),
        );
        expect(code).toMatch(/^(counted|xml-[a-z-]+|gatingml-[a-z-]+|strategy-format-unknown|document-[a-z0-9-]+)$/);
      }
    }
  });
});

describe('Gating-ML as other programs write it', () => {
  const info = (content: string) => `<data-type:custom_info>${content}</data-type:custom_info>`;
  const bare = (name: string, rest = '') =>
    `<gating:dimension ${rest}><data-type:fcs-dimension data-type:name="${name}"/></gating:dimension>`;

  async function read(text: string, file = 'small.fcs') {
    let notes: readonly string[] = [];
    const gated = await gateBytesForTest('small.fcs', smallFile([spill]), (dataset) => {
      const found = readStrategy(new TextEncoder().encode(text), 'g.xml', dataset, { file });
      notes = found.notes.map(({ code, about }) => `${code} ${about}`.trim());
      return found.protocol;
    });
    const { '': _, ...counts } = gated.counts;
    return { counts, refused: gated.refused, notes };
  }

  it('without what compensates a dimension: as it is, or the marked copy compensated, and said', async () => {
    const found = await read(
      gatingMl(
        `<gating:RectangleGate gating:id="raw">${bare('APC/Cy7-A', 'gating:min="35"')}</gating:RectangleGate><gating:RectangleGate gating:id="comp">${bare('Comp-APC/Cy7-A', 'gating:min="15"')}</gating:RectangleGate>`,
      ),
    );
    expect(found.counts).toEqual({ raw: 5, comp: 15 });
    expect(found.notes).toEqual(['compensation-assumed APC/Cy7-A', 'compensation-assumed Comp-APC/Cy7-A']);
  });

  it("FlowJo's: with its attributes, outside too, names, custom-info and elements of its own", async () => {
    const found = await read(
      gatingMl(
        `<fj:view xmlns:fj="http://flowjo"/><custom-info>x</custom-info><gating:RectangleGate eventsInside="0" userDefined="1" gating:id="ID1" gating:name="low / dim"><custom-info>y</custom-info>${bare('FSC-A', 'gating:min="100"')}</gating:RectangleGate>`,
      ),
    );
    expect(found.counts).toEqual({ 'low ∕ dim': 10 });
    expect(found.notes).toContain('gatingml-of-flowjo');
    expect(found.notes).toContain('element-kept fj:view');
  });

  const cytobankGate = (id: string, name: string, min: number, rest = '') =>
    `<gating:RectangleGate gating:id="${id}">${info(`<cytobank><name>${name}</name>${rest}</cytobank>`)}${dimension('FSC-A', `gating:min="${min}"`)}</gating:RectangleGate>`;

  it("Cytobank's: populations are called by name; what they combine makes room", async () => {
    const found = await read(
      gatingMl(
        `${cytobankGate('Gate_1', 'NK cells (CD3−)', 100)}<gating:BooleanGate gating:id="GateSet_1">${info('<cytobank><name>NK cells (CD3−)</name></cytobank>')}<gating:and>${ref('Gate_1')}${ref('Gate_1')}</gating:and></gating:BooleanGate>`,
      ),
    );
    expect(found.counts).toEqual({ 'NK cells (CD3−)': 10, 'NK cells (CD3−) (2)': 10 });
  });

  it("Cytobank's tailored gates: the form for this file, else the one for all", async () => {
    const file = (name: string) => `<gate_id>7</gate_id><fcs_file_filename>${name}</fcs_file_filename>`;
    const text = gatingMl(
      `${cytobankGate('G', 'g', 100, file(''))}${cytobankGate('G_a', 'g', 150, file('small.fcs'))}${boolean('not', `<gating:not>${ref('G')}</gating:not>`)}`,
    );
    expect((await read(text)).counts).toEqual({ g: 5, not: 15 });
    expect((await read(text, 'other.fcs')).counts).toEqual({ g: 10, not: 10 });
  });

  it("Cytobank's compensation: the matrix that a gate names by its number, else the gate is not counted", async () => {
    const list = (kind: string, names: readonly string[]) =>
      `<transforms:${kind}>${names.map((name) => `<data-type:fcs-dimension data-type:name="${name}"/>`).join('')}</transforms:${kind}>`;
    const rows = [
      [1, 0.05],
      [0, 1],
    ].map(
      (row) =>
        `<transforms:spectrum>${row.map((value) => `<transforms:coefficient transforms:value="${value}"/>`).join('')}</transforms:spectrum>`,
    );
    const matrix = `<transforms:spectrumMatrix transforms:id="Spill_3">${info('<cytobank><cytobank_compensation_id>3</cytobank_compensation_id></cytobank>')}${list('fluorochromes', ['Comp_FITC-A', 'Comp_APC/Cy7-A'])}${list('detectors', ['FITC-A', 'APC/Cy7-A'])}${rows.join('')}</transforms:spectrumMatrix>`;
    const numberedGate = (id: string, number: number, compensation = 'FCS', name = 'APC/Cy7-A') =>
      `<gating:RectangleGate gating:id="${id}">${info(`<cytobank><name>${id}</name><compensation_id>${number}</compensation_id></cytobank>`)}${dimension(name, 'gating:min="25"', compensation)}</gating:RectangleGate>`;
    const text = gatingMl(
      [
        numberedGate('named', 3),
        numberedGate('plain', 3, 'Spill_3', 'Comp_APC/Cy7-A'),
        numberedGate('own', 0),
        numberedGate('raw', -2, 'uncompensated'),
        numberedGate('scatter', 3, 'FCS', 'FSC-A'),
        numberedGate('lost', 4),
        matrix,
      ].join(''),
    );
    const counts = await countsOf(text);
    const plain = await countsOf(gatingMl(numberedGate('own', 0) + numberedGate('raw', -2, 'uncompensated')));
    expect(counts).toEqual({ ...counts, ...plain, named: counts['plain'], lost: 'matrix-unknown' });
    expect([counts['named'], counts['own'], counts['raw'], counts['scatter']]).toEqual([10, 5, 15, 17]);
    expect(readGatingMl(writeGatingMl(readGatingMl(text)).text).dimensions).toEqual(
      Object.fromEntries(Object.entries(readGatingMl(text).dimensions).filter(([, { compensation }]) => compensation !== 'Cytobank 4')),
    );
  });

  it('with names of any length and letters, which are there again after export', async () => {
    const long = `${'長い名前 '.repeat(200)}end`;
    const text = gatingMl(range('x'.repeat(3000), 100) + cytobankGate('G', long, 150));
    expect(await countsOf(text)).toEqual({ ['x'.repeat(3000)]: 10, [long]: 5 });
    const strategy = readGatingMl(text);
    const renamed = {
      ...strategy,
      strategy: strategy.strategy.map((node) => ({ ...node, populations: [{ name: `${node.id?.slice(0, 3)} (new)/∕?` }] })),
    };
    const again = readGatingMl(writeGatingMl(renamed).text);
    expect(again.strategy.map(({ populations }) => populations[0]?.name)).toEqual(['xxx (new)∕∕?', 'G (new)∕∕?']);
    expect(writeGatingMl(again).text).toBe(writeGatingMl(readGatingMl(writeGatingMl(again).text)).text);
  });
});

describe('files that are no strategy', () => {
  const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  it.each([
    ['gates.flowjo', bytes('PK\u0003\u0004...'), 'document-flowjo-11'],
    ['gates.acs', bytes('PK\u0003\u0004...'), 'document-acs'],
    ['gates.zip', bytes('PK\u0003\u0004...'), 'document-packed'],
    ['gates.wsp.gz', bytes('\u001f\u008b...'), 'document-packed'],
    ['old.jo', bytes('\u0000\u0001\u0002'), 'document-flowjo-9'],
    ['old.wsp', bytes('<Workspace version="2.0" flowJoVersion="9.7.6"><SampleList/></Workspace>'), 'document-flowjo-9'],
    ['older.wsp', bytes('<Workspace version="1.61"><SampleList/></Workspace>'), 'document-flowjo-9'],
    ['run.fcs', bytes('FCS3.1         58'), 'document-is-fcs'],
    ['diva.xml', bytes('<?xml version="1.0"?><bdfacs version="Version 8.0"><experiment/></bdfacs>'), 'document-diva'],
    ['g15.xml', bytes('<gating:Gating-ML xmlns:gating="http://www.isac-net.org/std/Gating-ML/v1.5/gating"/>'), 'document-gating-ml-1'],
    ['page.xml', bytes('<!DOCTYPE html><html></html>'), 'document-html'],
    ['table.wsp', bytes('a,b\n1,2\n'), 'document-text'],
    ['none.wsp', bytes(''), 'document-empty'],
    ['other.xml', bytes('<note/>'), 'strategy-format-unknown'],
  ])('%s is refused as what it is', async (name, content, code) => {
    const problem = await gateBytesForTest(
      'small.fcs',
      smallFile(),
      (dataset) => readStrategy(content, name, dataset, { file: 'small.fcs' }).protocol,
    ).then(
      () => undefined,
      (error: Problem) => error,
    );
    expect(problem).toMatchObject({ code, place: { file: name } });
    for (const language of ['en', 'ja'] as const) expect(problem?.in(language)).not.toMatch(/[{}]|undefined/);
  });
});

describe('what decides about events and stands where the standard has no such thing', () => {
  const vertices = [0, 1, 2]
    .map((i) => `<gating:vertex><gating:coordinate data-type:value="${i}"/><gating:coordinate data-type:value="${i * i}"/></gating:vertex>`)
    .join('');
  const scale = (inner: string, outer = '') =>
    `<transforms:transformation transforms:id="t" ${outer}><transforms:flin transforms:T="1000" transforms:A="0" ${inner}/></transforms:transformation>\n${range('a', 0)}`;
  it.each([
    ['bounds of a scale on its formula', scale('transforms:boundMin="0.2"'), 'gatingml-attribute 1'],
    ['bounds of a scale the wrong way round', scale('', 'transforms:boundMin="0.8" transforms:boundMax="0.2"'), 'xml-value 1'],
    ['a range the wrong way round', range('a', 100).replace(' gating:min', ' gating:max="50" gating:min'), 'xml-value 1'],
    ['a number beyond doubles', range('a', '1e999'), 'xml-number 1'],
    [
      'a range of a polygon',
      `<gating:PolygonGate gating:id="p">${dimension('FSC-A', 'gating:min="9"')}${dimension('SSC/A')}${vertices}</gating:PolygonGate>`,
      'gatingml-attribute 1',
    ],
    [
      'a scale on the channel of a dimension',
      range('a', 1).replace('data-type:name', 'data-type:transformation-ref="t" data-type:name'),
      'gatingml-attribute 1',
    ],
    ['a complement on a gate', range('a', 1, 'gating:use-as-complement="true"'), 'gatingml-attribute 1'],
  ])('%s is refused', async (_, text, code) => expect(await refusal(gatingMl(text))).toBe(code));
  it('is let be in what others add of their own', async () => {
    const info = '<data-type:custom_info><mine min="3" boundMin="2" parent_id="x"/></data-type:custom_info>';
    expect(await countsOf(gatingMl(range('a', 100).replace('><', `>${info}<`)))).toEqual({ a: 10 });
  });
});

it('a document without gates says so', async () => {
  const codes: string[] = [];
  await gateBytesForTest('small.fcs', smallFile(), (dataset) => {
    const { protocol, notes } = readStrategy(new TextEncoder().encode(gatingMl('')), 'g.xml', dataset, { file: 'small.fcs' });
    codes.push(...notes.map(({ code }) => code));
    return protocol;
  });
  expect(codes).toEqual(['no-gates']);
});
