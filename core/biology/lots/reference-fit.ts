import type { Sentence } from '../../base/message.ts';
import { Problem } from '../../base/problem.ts';
import type { CultureAnalysis } from '../classification/culture-analysis.ts';

/**
 * Why a sample cannot be held against another as its same-day reference; undefined where it can. Scatter and medians only compare within
 * one instrument, one day, one detector and one voltage. Files without a date count as of one day only where a person `named` the reference.
 */
export function referenceProblem(reference: CultureAnalysis, analysis: CultureAnalysis, named: boolean): Problem | undefined {
  const [a, b] = [reference.sample, analysis.sample];
  const problem = (code: keyof typeof sentences, was = '', is = '') =>
    new Problem(code, sentences[code], { reference: a.file, file: b.file, was, is });
  if (a.sha256 === b.sha256 && a.dataset === b.dataset) return problem('reference-is-sample');
  for (const key of ['cytometer', 'serial'] as const)
    if (a.instrument[key] !== b.instrument[key])
      return problem('reference-other-instrument', a.instrument[key] ?? '–', b.instrument[key] ?? '–');
  if (a.instrument.date !== b.instrument.date) return problem('reference-other-day', a.instrument.date ?? '–', b.instrument.date ?? '–');
  if (a.instrument.date === undefined && !named) return problem('reference-undated');
  for (const id of compared) {
    const [was, is] = [reference, analysis].map(({ channels }) => channels.find((channel) => channel.id === id));
    if (is === undefined || (was === undefined && id !== 'FSC')) continue;
    if (was?.name !== is.name) return problem('reference-other-panel', was?.name ?? '–', is.name);
    if (was.voltage !== is.voltage)
      return problem('reference-other-voltage', `${is.name} ${was.voltage ?? '–'}`, `${is.name} ${is.voltage ?? '–'}`);
  }
  return undefined;
}

/** Panel names whose medians are held against each other. */
const compared = ['FSC', 'NKG2D'] as const;

const sentences = {
  'reference-is-sample': {
    en: '{file} cannot be its own same-day reference.',
    ja: '{file}をその検体自身の同日対照にはできません。',
  },
  'reference-other-instrument': {
    en: '{reference} was measured on another instrument ({was}) than {file} ({is}): scatter does not compare.',
    ja: '{reference}の装置({was})は{file}の装置({is})と異なるため、同日対照にできません。',
  },
  'reference-other-day': {
    en: '{reference} was measured on another day ({was}) than {file} ({is}).',
    ja: '{reference}の測定日({was})は{file}の測定日({is})と異なるため、同日対照にできません。',
  },
  'reference-undated': {
    en: '{reference} and {file} have no date: name the reference for the sample.',
    ja: '{reference}と{file}には測定日がありません。同日対照を明示してください。',
  },
  'reference-other-panel': {
    en: '{reference} has another detector ({was}) than {file} ({is}).',
    ja: '{reference}の検出器({was})は{file}の検出器({is})と異なるため、同日対照にできません。',
  },
  'reference-other-voltage': {
    en: '{reference} was measured at another voltage ({was}) than {file} ({is}).',
    ja: '{reference}の検出器電圧({was})は{file}の電圧({is})と異なるため、同日対照にできません。',
  },
} as const satisfies { readonly [code: string]: Sentence };
