import { encodeFcs } from '../core/data/fcs/write/write.ts';
import { listedSamples } from './sample-list.ts';
import { simulateSample } from './simulate-sample.ts';
import type { TruthSummary } from './truth.ts';

/** Name and bytes of every file in test-data/samples: FCS files, their truth, and the table that describes them. */
export function makeSamples(): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const truths: Record<string, TruthSummary> = {};
  const rows = ['file,role,culture,lot,donor,day,declared_method'];
  for (const { file, role, declared, day, order } of listedSamples) {
    const { content, truth } = simulateSample(order);
    files.set(file, encodeFcs(content));
    truths[file] = truth.summary;
    rows.push([file, role, order.culture, order.lot, order.donor, day, declared].join(','));
  }
  const encoder = new TextEncoder();
  files.set('truth.json', encoder.encode(`${JSON.stringify(truths, null, 2)}\n`));
  files.set('samples.csv', encoder.encode(`${rows.join('\n')}\n`));
  return files;
}
