import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { encodeFcs } from '../../../../../../core/data/fcs/write/write.ts';
import { instruments, simulateSample } from '../../../../../../test-data/simulate-sample.ts';

interface OracleFile {
  readonly text: { readonly [keyword: string]: string };
  readonly dataAsNumbers: readonly ArrayLike<number>[];
}

/** Another reader of FCS, written by others: it shares no line with this project. */
const Oracle: new (options: object, bytes: Buffer) => OracleFile = createRequire(import.meta.url)('fcs');

test.each(instruments)('an independent reader finds in a file of %s what was written', (instrument) => {
  const { content } = simulateSample({ culture: 'cik', seed: 11, events: 300, instrument });
  const file = new Oracle({ dataFormat: 'asNumber', eventsToRead: -1 }, Buffer.from(encodeFcs(content)));
  const [first] = content;
  expect(file.text['$TOT']).toBe('300');
  expect(file.text['$P3N']).toBe(first?.channels[2]?.name);
  const expected = Array.from({ length: 300 }, (_, event) => first?.columns.map((column) => column[event]));
  expect(file.dataAsNumbers.map((row) => Array.from(row))).toEqual(expected);
});
