import { markedTable, type TableForm, tableLine } from '../../base/tables/write-table.ts';
import { countColumns } from '../../statistics/count-columns.ts';
import type { SampleAnalysis } from '../../study/sample/sample-analysis.ts';

const head = [
  'file',
  'sha256',
  'data set',
  'role',
  'lot',
  'donor',
  'day',
  'declared method',
  'population',
  'count',
  '% of parent',
  'low',
  'high',
  'interval',
  '% of total',
  'group',
  'method',
  'protocol',
  'software',
];

/** One row a population and sample, with what it was made from. Opens in a spreadsheet (UTF-8 with a byte order mark). */
export function resultsCsv(analyses: readonly SampleAnalysis[], form?: TableForm): string {
  const further = countColumns(analyses);
  const rows = analyses.flatMap((analysis) => {
    const { sample, populations, classification, protocol, software } = analysis;
    return populations.map(({ path, count, percentOfParent, percentOfTotal, interval }) => [
      sample.file.split(/[\\/]/).at(-1),
      sample.sha256,
      sample.dataset + 1,
      sample.metadata.role,
      sample.metadata.lot,
      sample.metadata.donor,
      sample.metadata.day,
      sample.metadata.declaredMethod,
      path === '' ? 'all events' : path,
      count,
      percentOfParent,
      interval?.low,
      interval?.high,
      interval === undefined ? undefined : `${interval.method} ${interval.confidence}`,
      percentOfTotal,
      classification.group,
      classification.method,
      `${protocol.name} r${protocol.revision} ${protocol.sha256.slice(0, 12)}`,
      `${software.name} ${software.version}`,
      ...further.map(({ value }) => value(analysis, path)),
    ]);
  });
  return markedTable([[...head, ...further.map(({ name }) => name)], ...rows].map((row) => tableLine(row, form)));
}
