import { Problem } from '../../base/problem.ts';
import type { FcsDataset } from '../../data/fcs/fcs-file.ts';
import type { WorkspaceSample } from './workspace.ts';

export interface WantedSample {
  /** The file's name as it is on disk now. */
  readonly file: string;
  /** A sample by its name or sampleID. */
  readonly sample?: string;
}

export interface MatchedSample {
  readonly sample: WorkspaceSample;
  /** What the match rests on. */
  readonly by: 'choice' | 'name' | 'keywords' | 'only';
  /** Keywords in which the workspace and the file disagree: another number of events, another time. */
  readonly differing: readonly string[];
}

/**
 * The sample of a workspace that a file is: the one asked for; else by file name; else by what its keywords say of the acquisition.
 * Several that fit are told apart by keywords; one whose keywords contradict the file is taken only where it is asked for. Throws `sample-not-found`, `sample-ambiguous` or `sample-differs`.
 */
export function matchSample(
  samples: readonly WorkspaceSample[],
  dataset: FcsDataset,
  { file, sample: asked }: WantedSample,
): MatchedSample {
  if (asked !== undefined) {
    const wanted = inOneForm(asked);
    const named = samples.filter(({ name }) => inOneForm(name) === wanted);
    const byFile = samples.filter((sample) => sample.id === asked || fileNames(sample).some((name) => inOneForm(name) === wanted));
    const chosen =
      [named, byFile, named.length + byFile.length > 0 ? [] : withoutEnding(samples, asked)].find((found) => found.length > 0) ?? [];
    if (chosen.length === 0) throw notFound(asked, samples);
    return matched(single(chosen, dataset), 'choice', dataset);
  }
  const base = inOneForm(baseName(file));
  const whole = samples.filter((sample) => fileNames(sample).some((name) => inOneForm(name) === base));
  const byName = whole.length > 0 ? whole : withoutEnding(samples, base);
  const agreeing = byName.filter((sample) => contradictions(sample, dataset).length === 0);
  if (agreeing.length > 0) return matched(single(agreeing, dataset), 'name', dataset);
  const byKeywords = samples.filter((sample) => agreements(sample, dataset) >= 2 && contradictions(sample, dataset).length === 0);
  if (byKeywords.length > 0) return matched(single(byKeywords, dataset), 'keywords', dataset);
  const [contradicting] = byName;
  if (contradicting !== undefined) throw differs(contradicting, contradictions(contradicting, dataset));
  const [only, ...others] = samples;
  if (only === undefined || others.length > 0) throw notFound(baseName(file), samples);
  const differing = contradictions(only, dataset);
  if (differing.length > 0) throw differs(only, differing);
  return matched(only, 'only', dataset);
}

/** As names are compared: a Mac writes letters and their marks apart. */
const inOneForm = (name: string): string => name.normalize('NFC').toLowerCase();

/** Samples with this name but for `.fcs` and its like. */
function withoutEnding(samples: readonly WorkspaceSample[], name: string): readonly WorkspaceSample[] {
  const stem = (text: string): string => inOneForm(text).replace(/\.(fcs|lmd)$/, '');
  return samples.filter((sample) => fileNames(sample).some((own) => stem(own) === stem(name)));
}

const matched = (sample: WorkspaceSample, by: MatchedSample['by'], dataset: FcsDataset): MatchedSample => ({
  sample,
  by,
  differing: contradictions(sample, dataset),
});

/** Of several samples the one whose keywords agree best, if it is one. Copies that gate alike are the same sample twice. */
function single(samples: readonly WorkspaceSample[], dataset: FcsDataset): WorkspaceSample {
  const scores = samples.map((sample) => agreements(sample, dataset) - 10 * contradictions(sample, dataset).length);
  const best = Math.max(...scores);
  const [first, ...rest] = samples.filter((_, i) => scores[i] === best);
  if (first === undefined) throw new Error('no sample to choose from');
  if (rest.some((sample) => gatesOf(sample) !== gatesOf(first))) throw ambiguous(samples);
  return first;
}

const gatesOf = ({ imported: { strategy, dimensions, matrices } }: WorkspaceSample): string =>
  JSON.stringify([strategy, dimensions, matrices]);

const fileNames = ({ uri, name, keywords }: WorkspaceSample): readonly string[] =>
  [baseName(decodeUri(uri)), name, baseName(keywords.find(([keyword]) => keyword === '$FIL')?.[1] ?? '')].filter((entry) => entry !== '');

const baseName = (path: string): string => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).replace(/^file:/, '');

function decodeUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

/** What tells acquisitions apart. */
const identifying = ['$TOT', '$PAR', '$DATE', '$BTIM', '$ETIM', '$CYT', '$SRC', 'GUID', '$FIL', 'TUBE NAME', 'WELL ID', '$WELLID', '$SMNO'];

function agreements(sample: WorkspaceSample, { keywords }: FcsDataset): number {
  return statedBy(sample).filter(([name, value]) => same(keywords.get(name), value)).length;
}

/** Facts that a file cannot have two of: another number of events or channels, another time. */
function contradictions(sample: WorkspaceSample, dataset: FcsDataset): readonly string[] {
  const facts = new Map([
    ['$TOT', String(dataset.eventCount)],
    ['$PAR', String(dataset.channels.length)],
  ]);
  return statedBy(sample)
    .filter(([name, value]) => {
      const fact = facts.get(name) ?? (/^\$(DATE|BTIM|ETIM)$|^GUID$/.test(name) ? dataset.keywords.get(name) : undefined);
      return fact !== undefined && fact.trim() !== '' && !same(fact, value);
    })
    .map(([name]) => name);
}

const statedBy = ({ keywords }: WorkspaceSample): readonly (readonly [string, string])[] =>
  keywords
    .map(([name, value]) => [name.toUpperCase(), value] as const)
    .filter(([name, value]) => identifying.includes(name) && value.trim() !== '');

const same = (a: string | undefined, b: string): boolean =>
  a !== undefined && (a.trim() === b.trim() || (a.trim() !== '' && Number(a) === Number(b)));

const listed = (samples: readonly WorkspaceSample[]): string =>
  samples
    .slice(0, 10)
    .map(({ name, id }) => `${name} [${id}]`)
    .join(', ') + (samples.length > 10 ? ', …' : '');

const notFound = (wanted: string, samples: readonly WorkspaceSample[]): Problem =>
  new Problem(
    'sample-not-found',
    samples.length === 0
      ? { en: 'The workspace holds no sample.', ja: 'ワークスペースに検体がありません。' }
      : {
          en: 'The workspace has no sample "{wanted}"; it has: {samples}.',
          ja: 'ワークスペースに検体「{wanted}」がありません。含まれる検体: {samples}。',
        },
    { wanted, samples: listed(samples) },
  );

const ambiguous = (samples: readonly WorkspaceSample[]): Problem =>
  new Problem(
    'sample-ambiguous',
    {
      en: 'Several samples of the workspace fit this file ({samples}), with different gates; name one by its id.',
      ja: 'このファイルに該当する検体が複数あり({samples})、ゲートが異なります。IDで1つを指定してください。',
    },
    { samples: listed(samples) },
  );

const differs = ({ name }: WorkspaceSample, keywords: readonly string[]): Problem =>
  new Problem(
    'sample-differs',
    {
      en: 'The sample "{name}" is of another acquisition: {keywords} differ from the file; choose it by name to use its gates nevertheless.',
      ja: '検体「{name}」は別の測定です({keywords}が一致しません)。それでもそのゲートを用いる場合は、名前で指定してください。',
    },
    { name, keywords: keywords.join(', ') },
  );
