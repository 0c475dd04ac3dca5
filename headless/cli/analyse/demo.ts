import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { matchMetadata } from '../../../core/data/metadata/match-metadata.ts';
import { readMetadataTable } from '../../../core/data/metadata/metadata-table.ts';
import { resultsCsv } from '../../../core/exchange/tables/results-csv.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { writeText } from '../../files/write-file.ts';
import { certificatesOf, overviewFor, writeCertificatesPdf } from '../../reports/certificates.ts';
import { loadTemplate } from '../../reports/load-template.ts';
import { loadProtocol } from '../shared/load-protocol.ts';
import { isFailed, printErrors, textTable } from '../shared/output.ts';
import { analyseFiles } from './analyse.ts';

/** The main job on the simulated samples: `demo.js SAMPLES OUT` writes OUT/report.pdf and OUT/results.csv. */
const [samples = 'test-data/samples', out = 'out'] = process.argv.slice(2);
const loaded = await loadProtocol('nk-t');
const listed = readMetadataTable(await readFile(path.join(samples, 'samples.csv')));
const metadata = matchMetadata(listed);
const files = listed.rows.map(({ file }) => path.join(samples, file));
const results = await analyseFiles(files, loaded, {
  recursive: false,
  lang: 'en',
  mode: 'default',
  dataset: 0,
  plots: true,
  metadataOf: (file) => metadata.of(file) ?? {},
  quality: true,
});
const analyses = results.flatMap((result) => (isFailed(result) ? [] : [result.analysis]));
const [report, table] = [path.join(out, 'report.pdf'), path.join(out, 'results.csv')];
await writeText(table, resultsCsv(analyses));
const certified = analyses.map((analysis) => ({ analysis, protocol: loaded.protocol }));
const template = await loadTemplate(undefined);
const flags = { language: 'en', generatedAt: new Date().toISOString() } as const;
await writeCertificatesPdf(report, certificatesOf(certified, template, flags), template, overviewFor(certified, template, flags));

const percentOf = ({ composition }: SampleAnalysis, role: string) =>
  composition?.parts.find((part) => part.role === role)?.percent.toFixed(1) ?? '';
process.stdout.write(`Simulated samples, protocol "${loaded.protocol.name}" (research use only)\n\n`);
process.stdout.write(
  `${textTable(
    ['sample', 'events', 'NK %', 'NKT-like %', 'T %', 'CD3-CD56- %', 'consistent with', 'method'],
    analyses.map((analysis) => [
      path.basename(analysis.sample.file),
      analysis.sample.eventCount.toLocaleString('en'),
      percentOf(analysis, 'nk'),
      percentOf(analysis, 'nkt-like'),
      percentOf(analysis, 't'),
      percentOf(analysis, 'double-negative'),
      analysis.classification.group,
      analysis.classification.method,
    ]),
  )}\n\nReport: ${report}\nTable:  ${table}\n`,
);
printErrors(results);
process.exitCode = analyses.length === results.length ? 0 : 1;
