import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { row } from '../../benchmark/rows/bench-row.ts';
import { parseProtocol } from '../../core/study/protocol/protocol.ts';
import { analyseFiles } from '../../headless/cli/analyse/analyse.ts';
import { isFailed } from '../../headless/cli/shared/output.ts';
import { certificatesOf, writeCertificatesPdf } from '../../headless/reports/certificates.ts';
import { loadTemplate } from '../../headless/reports/load-template.ts';
import { runSimulator } from '../../test-data/simulate-cli.ts';
import { printBench, rowOf } from './bench-output.ts';

/** A certificate of a file of 1 million simulated events beside the analysis that it is of, both in one process. */
const repeats = Number(process.env['LYMPHO_BENCH_REPEATS'] ?? 3);
const folder = mkdtempSync(path.join(tmpdir(), 'lymphoscope-bench-'));
const file = path.join(folder, 'simulated-1m.fcs');
const shipped = path.resolve('core', 'study', 'protocol', 'nk-t.json');

const secondsOf = async <T>(make: () => Promise<T>): Promise<readonly [T, number]> => {
  const start = performance.now();
  const made = await make();
  return [made, (performance.now() - start) / 1000];
};

try {
  const written = process.stdout.write;
  process.stdout.write = () => true; // the simulator says what it wrote
  runSimulator(['--culture', 'expanded-nk', '--events', '1000000', '--out', file]);
  process.stdout.write = written;
  const protocol = parseProtocol(readFileSync(shipped, 'utf8'));
  const template = await loadTemplate(undefined);
  const options = { recursive: false, lang: 'en', mode: 'default', plots: true, quality: true, metadataOf: () => ({}) } as const;
  const [analysing, certifying]: [number[], number[]] = [[], []];
  for (let i = 0; i < repeats; i++) {
    const [results, analysed] = await secondsOf(() => analyseFiles([file], { protocol, sha256: '0'.repeat(64) }, options));
    const samples = results.flatMap((result) => (isFailed(result) ? [] : [{ analysis: result.analysis, protocol }]));
    const [, certified] = await secondsOf(() => {
      const models = certificatesOf(samples, template, { language: 'ja', generatedAt: '2026-01-01T00:00:00.000Z' });
      return writeCertificatesPdf(path.join(folder, 'certificate.pdf'), models, template);
    });
    analysing.push(analysed);
    certifying.push(certified);
  }
  const ratios = certifying.map((seconds, i) => seconds / analysing[i]!);
  printBench('certificate', [
    rowOf('analyse-1m-seconds', 's', analysing),
    rowOf('certificate-seconds', 's', certifying),
    row('certificate-over-analysis', '1', ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)]!, ratios),
  ]);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
