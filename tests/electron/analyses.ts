import path from 'node:path';
import { analysesToJson } from '../../core/contract/bridge.ts';
import { analyseFiles } from '../../headless/cli/analyse/analyse.ts';
import { loadProtocol } from '../../headless/cli/shared/load-protocol.ts';
import { isFailed } from '../../headless/cli/shared/output.ts';

export const simulatedSample = path.resolve('test-data', 'samples', 'simulated-cik.fcs');

/** The analysis of one simulated sample, as the window hands it over for a report. */
export async function simulatedAnalyses(): Promise<string> {
  const options = { recursive: false, lang: 'ja', mode: 'default', dataset: 0, plots: true, metadataOf: () => ({}) } as const;
  const loaded = await loadProtocol('nk-t');
  const results = await analyseFiles([simulatedSample], loaded, options);
  return analysesToJson(results.flatMap((result) => (isFailed(result) ? [] : [{ ...result.analysis, madeBy: loaded.protocol }])));
}
