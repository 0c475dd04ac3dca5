import { analyseSample } from '../../../core/analyse.ts';
import { Problem } from '../../../core/base/problem.ts';
import { gatedBy } from '../../../core/study/session/document/group-members.ts';
import type { Sample, SessionDocument } from '../../../core/study/session/document/session-document.ts';
import { protocolOf } from '../../../core/study/session/session-strategy.ts';
import { openSession } from '../../../core/study/session/session-text.ts';
import { openFile } from '../../files/file-source.ts';
import { readSessionFile } from '../../files/session-file.ts';
import { createPool, createSha256, softwareVersion } from '../../host/host.ts';
import { describeError, isFailed, showProgress } from '../shared/output.ts';
import { printTrust } from '../shared/session-trust.ts';
import type { Analysed, AnalyseFilesOptions } from './analyse-options.ts';
import { withCounts } from './count-flags.ts';

/**
 * Analyses every sample of a session as the window does: the session's protocol with the sample's own gates and its metadata; a gate
 * whose markers the sample lacks is left out with a finding. A file that holds other bytes than it did is refused.
 */
export async function analyseSession(
  file: string,
  options: Pick<AnalyseFilesOptions, 'lang' | 'plots' | 'quality' | 'counts'>,
  onEach: (result: Analysed) => void,
): Promise<readonly Analysed[]> {
  const { document, places } = await readSessionFile(file);
  const { session, trust } = openSession(JSON.stringify(document));
  printTrust(file, trust, options.lang);
  const results: Analysed[] = [];
  for (const sample of session.samples) {
    const candidates = places.get(sample.file.path ?? '') ?? [sample.file.path ?? sample.file.name];
    const result = await analyseOne(session, sample, candidates, options).catch((error: unknown) =>
      describeError(sample.file.name, error, options.lang),
    );
    const told = isFailed(result) ? result : { ...result, session: trust };
    results.push(told);
    onEach(told);
  }
  return results;
}

async function analyseOne(
  session: SessionDocument,
  sample: Sample,
  candidates: readonly string[],
  { plots, quality = false, counts }: Pick<AnalyseFilesOptions, 'plots' | 'quality' | 'counts'>,
): Promise<Analysed> {
  const protocol = withCounts(protocolOf(session, sample), counts);
  const hash = createSha256();
  hash.update(new TextEncoder().encode(JSON.stringify(protocol)));
  const host = { pool: createPool(), createHash: createSha256, software: softwareVersion(), protocolSha256: hash.digest() };
  const source = await openFirst(candidates);
  try {
    const analysis = await analyseSample(source, protocol, host, {
      dataset: sample.file.dataset,
      mode: sample.file.salvage === true ? 'salvage' : 'default',
      metadata: sample.metadata,
      ...gatedBy(session, sample),
      absent: 'skip',
      plots,
      quality,
      onProgress: (fraction) => showProgress(sample.file.name, fraction),
    });
    if (analysis.sample.sha256 !== sample.file.sha256) throw new Problem('sample-differs', differs, { file: sample.file.name });
    return { file: source.name, analysis, protocol };
  } finally {
    await source.close();
  }
}

async function openFirst([first = '', ...others]: readonly string[]): ReturnType<typeof openFile> {
  return openFile(first).catch((error: unknown) => {
    if (others.length === 0 || !(error instanceof Problem)) throw error;
    return openFirst(others);
  });
}

const differs = {
  en: '{file} holds other bytes than the sample of the session.',
  ja: '{file}の内容が、セッションに記録された検体と異なります。',
};
