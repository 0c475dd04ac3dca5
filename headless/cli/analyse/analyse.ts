import { type Language, say } from '../../../core/base/message.ts';
import { Problem } from '../../../core/base/problem.ts';
import { referAll, referTo } from '../../../core/biology/lots/reference.ts';
import { lotDonors } from '../../../core/data/metadata/lot-donors.ts';
import { besideNumbers } from '../../../core/show/report/beside-numbers.ts';
import { withTitles } from '../../../core/show/report/with-titles.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { findingText } from '../../../core/study/sample/analysis-findings.ts';
import { findDuplicates, type NamedEvents } from '../../../core/study/sample/find-duplicates.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import type { SessionTrust } from '../../../core/study/session/audit-check.ts';
import { type HelperPool, helperFor } from '../../helper-thread/helper-pool.ts';
import { createPool, createSha256, softwareVersion } from '../../host/host.ts';
import { numbered, printDuplicates } from '../shared/duplicates.ts';
import { expandFiles } from '../shared/expand-files.ts';
import type { LoadedProtocol } from '../shared/load-protocol.ts';
import { metadataJson, printMetadataNotes } from '../shared/metadata-notes.ts';
import { describeError, exitCodeOf, type FileError, isFailed, printErrors, printJson, titleOf } from '../shared/output.ts';
import { isSessionFile } from '../shared/session-name.ts';
import { trustJson } from '../shared/session-trust.ts';
import { analyseOrSay, datasetsOf } from './analyse-file.ts';
import type { Analysed, AnalyseFilesOptions } from './analyse-options.ts';
import { callInWords, populationTable } from './analysis-text.ts';
import { withCounts } from './count-flags.ts';
import { countsText } from './counts-text.ts';

/**
 * Analyses files, each next to its same-day reference: one of those that are named, and then a file that fits none of them is an error; else
 * one that the metadata give that role.
 */
export async function analyseFiles(
  given: readonly string[],
  asLoaded: LoadedProtocol,
  { reference = [], ...options }: AnalyseFilesOptions,
  onEach?: (result: Analysed) => void,
): Promise<readonly Analysed[]> {
  const loaded = { ...asLoaded, protocol: withCounts(asLoaded.protocol, options.counts) };
  const files = [...reference.filter((file) => !given.includes(file)), ...given];
  const isReference = (file: string) => reference.includes(file) || options.metadataOf(file).role === 'reference';
  if (!files.some(isReference)) return analyseAlone(files, loaded, options, onEach);
  const metadataOf = (file: string) => ({
    ...options.metadataOf(file, reference.includes(file)),
    ...(reference.includes(file) ? { role: 'reference' as const } : {}),
  });
  const results = await analyseAlone(files, loaded, { ...options, metadataOf });
  const { classifier } = loaded.protocol;
  const analyses = results.flatMap((result) => (isFailed(result) ? [] : [result.analysis]));
  const named = results.flatMap((result) => (isFailed(result) || !reference.includes(result.file) ? [] : [result.analysis]));
  const referred = named.length > 0 ? analyses.map((analysis) => referTo(analysis, named, classifier)) : referAll(analyses, classifier);
  return results.map((result) => {
    if (isFailed(result)) return result;
    const analysis = referred[analyses.indexOf(result.analysis)] ?? result.analysis;
    const made = analysis instanceof Problem ? failed(result, analysis, options.lang) : { ...result, analysis };
    onEach?.(made);
    return made;
  });
}

/** Analyses each file on its own, a session's samples as the session says: one that fails is a result with an error, the others are done. */
async function analyseAlone(
  given: readonly string[],
  loaded: LoadedProtocol,
  options: AnalyseFilesOptions,
  onEach?: (result: Analysed) => void,
): Promise<readonly Analysed[]> {
  const files = await expandFiles(given, options.recursive, options.lang);
  if (options.memberships !== undefined && (files.length > 1 || files.some(isSessionFile))) throw severalMemberships();
  const helper = options.helper ?? (await helperFor(files));
  try {
    return await analyseEach(files, loaded, options, helper, onEach);
  } finally {
    helper?.dispose();
  }
}

async function analyseEach(
  files: readonly string[],
  loaded: LoadedProtocol,
  options: AnalyseFilesOptions,
  helper: HelperPool | undefined,
  onEach?: (result: Analysed) => void,
): Promise<readonly Analysed[]> {
  const host = { pool: createPool(), createHash: createSha256, software: softwareVersion(), protocolSha256: loaded.sha256, helper };
  const results: Analysed[] = [];
  const lots = lotDonors();
  const note = (result: Analysed) => {
    const problem = isFailed(result) ? undefined : lots.claim(result.analysis.sample.metadata);
    const noted = problem === undefined ? withTrust(result) : failed(result, problem, options.lang);
    results.push(noted);
    onEach?.(noted);
  };
  if (options.sameRun === true) {
    for (const result of await (await import('./analyse-runs.ts')).analyseRuns(files, loaded.protocol, host, options)) note(result);
    return results;
  }
  for (const file of files) {
    if (isSessionFile(file)) {
      await (await import('./analyse-session.ts'))
        .analyseSession(file, options, note)
        .catch((error: unknown) => note(describeError(file, error, options.lang)));
      continue;
    }
    const datasets = await datasetsOf([file], options);
    if (options.memberships !== undefined && datasets.length > 1) throw severalMemberships();
    for (const one of datasets) note(isFailed(one) ? one : await analyseOrSay(one, loaded.protocol, host, options));
  }
  return results;
}

/** What tells that its session was changed elsewhere is a finding of every sample. */
const withTrust = (result: Analysed): Analysed =>
  isFailed(result) || result.session === undefined || result.session.findings.length === 0
    ? result
    : { ...result, analysis: { ...result.analysis, findings: [...result.analysis.findings, ...result.session.findings] } };

const severalMemberships = (): Problem =>
  new Problem('memberships-of-several', {
    en: 'Memberships are written of one data set of one FCS file; several were given.',
    ja: '所属の書き出しは1つのFCSファイルの1データセットに限ります(複数が指定されました)。',
  });

/** The problem of one data set, as its result. */
const failed = ({ file, dataset }: Analysed, problem: Problem, lang: Language): FileError => ({
  ...describeError(file, problem, lang),
  ...(dataset === undefined ? {} : { dataset }),
});

/** The command `analyse`: a table a file, or one JSON document. */
export async function printAnalyses(
  given: readonly string[],
  loaded: LoadedProtocol,
  options: AnalyseFilesOptions & { readonly json: boolean },
): Promise<number> {
  const { json, lang } = options;
  const { reference = [] } = options;
  const isAsked = ({ file }: Analysed) => given.includes(file) || !reference.includes(file);
  const all = await analyseFiles(given, loaded, options, (result) => {
    if (!json && isAsked(result) && !isFailed(result)) process.stdout.write(`${analysisText(result, loaded.protocol, lang)}\n\n`);
  });
  const results = all.filter((result) => isFailed(result) || isAsked(result));
  const duplicates = findDuplicates(results.flatMap((result) => (isFailed(result) ? [] : eventsOf(result))));
  const files = () =>
    results.map((result) => (isFailed(result) ? result : analysisJson(result.file, result.analysis, lang, result.session)));
  if (json) printJson({ files: files(), duplicates: duplicates.map(numbered), ...metadataJson(options.table, lang) });
  else {
    printDuplicates(duplicates, lang);
    printMetadataNotes(options.table, lang);
  }
  printErrors(results);
  return exitCodeOf(results);
}

/** The numbers of one file with what stands beside them, and the call. */
const analysisText = (result: Exclude<Analysed, FileError>, loaded: Protocol, lang: Language): string => {
  const analysis = withTitles(result.analysis, result.protocol ?? loaded, lang);
  const counts = countsText(analysis, lang);
  return [
    titleOf(result),
    ...groupLine(analysis, lang),
    populationTable(analysis, lang),
    ...besideNumbers(analysis, lang),
    `${counts}${callInWords(analysis, lang)}`,
  ].join('\n');
};

/** Of a session with groups: which of them gates the sample. */
const groupLine = ({ sample: { group } }: SampleAnalysis, lang: Language): readonly string[] =>
  group === undefined ? [] : [say(gatedByGroup, { group: group ?? say(allSamples, {}, lang) }, lang)];

const gatedByGroup = { en: 'gated by group: {group}', ja: '適用グループ: {group}' };
const allSamples = { en: 'All samples', ja: '全検体' };

const eventsOf = ({ file, analysis: { sample } }: Exclude<Analysed, FileError>): readonly NamedEvents[] => [
  { file, dataset: sample.dataset, eventCount: sample.eventCount, dataSha256: sample.dataSha256 ?? '' },
];

/** One file of the JSON document: numbers as they are, in full precision. */
export function analysisJson(file: string, analysis: SampleAnalysis, lang: Language, session?: SessionTrust): object {
  const { sample, populations, plots: _plots, findings, ...rest } = analysis;
  return {
    file,
    sha256: sample.sha256,
    dataset: sample.dataset,
    events: sample.eventCount,
    metadata: sample.metadata,
    ...(sample.group === undefined ? {} : { group: sample.group }),
    ...(session === undefined ? {} : { session: trustJson(session, lang) }),
    ...rest,
    populations: populations.filter(({ path }) => path !== '').map(({ depth: _depth, ...population }) => population),
    findings: findings.map((finding) => ({
      code: finding.code,
      message: findingText(finding, lang),
      ...(finding.offset === undefined ? {} : { offset: finding.offset }),
    })),
  };
}
