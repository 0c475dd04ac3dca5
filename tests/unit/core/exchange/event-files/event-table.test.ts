import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesSource } from '../../../../../core/base/byte-source.ts';
import { tableForms, tableLine } from '../../../../../core/base/tables/write-table.ts';
import { asSample } from '../../../../../core/exchange/event-files/event-table.ts';
import { readSample } from '../../../../../core/study/sample/raw-sample.ts';
import { createPool, createSha256 } from '../../../../../headless/host/host.ts';

async function eventsOf(text: string | Uint8Array, name = 'events.csv') {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const raw = await readSample(await asSample(bytesSource(name, bytes)), { pool: createPool(), createHash: createSha256 });
  const { sha256 } = await raw.identity;
  const names = raw.dataset.channels.map(({ name: own, marker }) => (marker === undefined ? own : `${own}|${marker}`));
  const rows = Array.from({ length: raw.dataset.eventCount }, (_, event) => raw.table.shards[0]!.columns.map((column) => column![event]!));
  const codes = raw.findings.map(({ code }) => code);
  raw.table.release();
  const hash = createSha256();
  hash.update(bytes);
  expect(sha256).toBe(hash.digest());
  return { names, rows, codes };
}

describe('a table of events as a sample', () => {
  it('has the values that it says, and is known by its own bytes', async () => {
    const finite = fc.double({ noNaN: true, noDefaultInfinity: true });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.values(tableForms)),
        fc.array(fc.array(finite, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 5 }),
        async (form, rows) => {
          const text = [['FSC-A', 'PE-A, mCherry-A', 'FITC-A :: CD3'], ...rows].map((row) => tableLine(row, form)).join('');
          const read = await eventsOf(text);
          expect(read.names).toEqual(['FSC-A', 'PE-A, mCherry-A', 'FITC-A|CD3']);
          expect(read.rows).toEqual(rows.map((row) => row.map((value) => value + 0)));
          expect(read.codes).toContain('event-table');
        },
      ),
      { numRuns: 60 },
    );
  });
  it("R's numbers of rows are no channel, NA is no number", async () => {
    const { names, rows } = await eventsOf('"","FSC-A","Time"\n"1",1.5,0\n"2",NA,-Inf\n');
    expect(names).toEqual(['FSC-A', 'Time']);
    expect(rows).toEqual([
      [1.5, 0],
      [Number.NaN, Number.NEGATIVE_INFINITY],
    ]);
  });
  it.each([
    ['columns that a spreadsheet left blank', 'A,B :: CD3,,\n1,2,,\n3,4,,\n,,,\n'],
    ['blanks behind the values only', 'A;B :: CD3\r\n1;2;\r\n3;4;\r\n'],
    ["R's numbers of rows under no name of their own", '"A","B :: CD3"\n"1",1,2\n"2",3,4\n'],
    ['the end of a text file under DOS', 'A,B :: CD3\r\n1,2\r\n3,4\r\n\u001a'],
  ])('%s are no channel and no event', async (_, text) => {
    const { names, rows } = await eventsOf(text);
    expect(names).toEqual(['A', 'B|CD3']);
    expect(rows).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });
  it('is known by what it holds where its name says something else', async () =>
    expect((await eventsOf('FSC-A,SSC-A\n1,2\n', 'x.fcs')).rows).toEqual([[1, 2]]));
  it.each([
    ['a value that is none', 'A,B\n1,x\n', 2],
    ['a blank', 'A,B\n1,2\n3,\n', 3],
    ['a number that may be two', 'A;B\n1;2\n1,234;2\n', 3],
    ['a quoted number that may be two', 'A,B\n"1,234",2\n"3,456",4\n', 2],
    ['a number beyond doubles', 'A,B\n1,2\n1e400,2\n', 3],
    ['a value that is blank in the last column', 'A,B,\n1,2,\n3,,\n', 3],
    ['more cells than names, which count no rows', 'A,B\n1,1,2\n7,3,4\n', 2],
    ['a short line', 'A,B\n1\n', 2],
    ['two columns of one name', 'A,A\n1,2\n', 1],
    ['no names', '1,2\n3,4\n', 1],
    ['no events', 'A,B\n', 1],
  ])('%s is refused with its line', async (_, text, line) =>
    expect(eventsOf(text)).rejects.toMatchObject({ code: 'event-table-invalid', place: { line } }),
  );
  it('FCS and anything else pass through', async () => {
    for (const text of ['FCS3.1', '<html>', 'a text, with a comma', '']) {
      const source = bytesSource('x.fcs', new TextEncoder().encode(text));
      expect(await asSample(source)).toBe(source);
    }
  });
});
