import { type Language, type Sentence, say, type Values } from '../../base/message.ts';
import type { Problem } from '../../base/problem.ts';
import { callState } from '../../biology/classification/call-state.ts';
import type { SampleAnalysis } from '../sample/sample-analysis.ts';
import type { Specification } from '../specification/specification.ts';
import { gateRatings } from './gate-ratings.ts';
import { judgedOf, lacksEvents } from './judged-of.ts';

/** What a person does about a new acquisition: nothing, look at it, or stop and find out. */
export type Verdict = 'pass' | 'look' | 'stop';

export interface VerdictReason {
  readonly code: string;
  readonly verdict: Exclude<Verdict, 'pass'>;
  readonly text: { readonly [L in Language]: string };
}

export interface RunVerdict {
  readonly verdict: Verdict;
  /** The gravest first; empty where all is as it should be. */
  readonly reasons: readonly VerdictReason[];
}

export interface VerdictInput {
  readonly analysis: SampleAnalysis;
  readonly specification: Specification | undefined;
  /** The control charts of its instrument and panel broke a rule. */
  readonly isPaused: boolean;
}

/**
 * The verdict of a run by what is known of it: the product's limits, its acquisition, its gates, the call of its culture method and the charts of its
 * instrument's control material. Only a sample whose approved limits are all kept passes; control material passes by its charts.
 */
export function verdictOf({ analysis, specification, isPaused }: VerdictInput): RunVerdict {
  const { quality, classification, sample } = analysis;
  const { role } = sample.metadata;
  const isSample = role === 'sample';
  const judged = judgedOf(analysis, { specification });
  const { counts } = gateRatings(analysis, judged.items);
  const failed = judged.items.filter(({ verdict }) => verdict === 'fail').length;
  const near = judged.items.filter((item) => item.near && item.verdict === 'pass').length;
  const open = judged.items.filter(({ verdict }) => verdict === 'not-rated').length;
  return withWorst([
    ...(isPaused ? [reason('charts-broken', 'stop')] : []),
    ...(quality?.verdict === 'reject' ? [reason('acquisition-rejected', 'stop')] : []),
    ...(lacksEvents(analysis) ? [reason('events-lost', 'stop')] : []),
    ...(isSample && failed > 0 ? [reason('limits-failed', 'stop', { failed })] : []),
    ...(isSample && judged.overall === 'no-specification' ? [reason('no-approved-limits', 'look')] : []),
    ...(isSample && open > 0 ? [reason('limits-open', 'look', { open })] : []),
    ...(isSample && near > 0 ? [reason('limits-near', 'look', { near })] : []),
    ...(role === 'blood' ? [reason('blood-without-limits', 'look')] : []),
    ...(judged.holds.includes('other-product') ? [reason('product-differs', 'look')] : []),
    ...(quality === undefined ? [reason('acquisition-unknown', 'look')] : []),
    ...(quality?.verdict === 'review' ? [reason('acquisition-in-doubt', 'look')] : []),
    ...(counts.red > 0 ? [reason('gates-red', 'look', { gates: counts.red })] : []),
    ...(counts.amber > 0 ? [reason('gates-amber', 'look', { gates: counts.amber })] : []),
    ...(isSample && callState(classification) === 'judged' && classification.method === 'indeterminate'
      ? [reason('call-indeterminate', 'look')]
      : []),
    ...(classification.declared?.verdict === 'not-consistent' ? [reason('declared-not-borne-out', 'stop')] : []),
  ]);
}

/** The verdict of a file of which no result could be made. */
export const verdictOfProblem = (problem: {
  readonly code: string;
  readonly message: { readonly en: string; readonly ja: string };
}): RunVerdict => ({
  verdict: 'stop',
  reasons: [{ code: problem.code, verdict: 'stop', text: problem.message }],
});

/** A problem as `verdictOfProblem` takes it. */
export const saidOf = (problem: Problem) => ({ code: problem.code, message: { en: problem.in('en'), ja: problem.in('ja') } });

/** Several verdicts of one file. */
export function withWorst(reasons: readonly VerdictReason[]): RunVerdict {
  const ordered = [...reasons.filter(({ verdict }) => verdict === 'stop'), ...reasons.filter(({ verdict }) => verdict === 'look')];
  return { verdict: ordered[0]?.verdict ?? 'pass', reasons: ordered };
}

/** Nothing was found wrong, and there is no number either: a batch that somebody cancelled leaves this. */
export const withoutResult = (): VerdictReason => reason('no-result', 'stop');

/** What the name of a file says is not what is known of its run. */
export const nameContradicts = (named: string, known: string): VerdictReason => reason('name-contradicts', 'look', { named, known });

function reason(code: keyof typeof sentences, verdict: VerdictReason['verdict'], values: Values = {}): VerdictReason {
  const sentence: Sentence = sentences[code];
  return { code, verdict, text: { en: say(sentence, values, 'en'), ja: say(sentence, values, 'ja') } };
}

const sentences = {
  'charts-broken': {
    en: 'The control charts of this instrument and panel broke a rule.',
    ja: 'この装置・パネルの管理図が管理規則に違反しています。',
  },
  'acquisition-rejected': { en: 'The acquisition is rejected by its quality.', ja: '測定品質が不良です。' },
  'events-lost': { en: 'The file holds fewer events than it announces.', ja: 'ファイルのイベント数が記載より少なくなっています。' },
  'limits-failed': { en: 'Outside the approved limits: {failed} items.', ja: '規格外の項目があります({failed}項目)。' },
  'no-approved-limits': {
    en: 'The protocol has no approved limits to judge by.',
    ja: 'プロトコルに承認済みの規格がないため、合否を判定できません。',
  },
  'limits-open': { en: 'Without a verdict: {open} items.', ja: '判定できない項目があります({open}項目)。' },
  'limits-near': { en: 'The interval reaches over the limit: {near} items.', ja: '信頼区間が規格値をまたぐ項目があります({near}項目)。' },
  'product-differs': {
    en: 'The sample is said to be of another product than these limits.',
    ja: '検体の製品名が規格の製品名と一致しません。',
  },
  'blood-without-limits': { en: 'No limits are approved for blood.', ja: '血液検体には承認済みの規格がありません。' },
  'no-result': { en: 'No result was made of it.', ja: '解析結果が得られていません。' },
  'acquisition-unknown': { en: 'The quality of the acquisition was not assessed.', ja: '測定品質は評価されていません。' },
  'acquisition-in-doubt': { en: 'The quality of the acquisition asks for a look.', ja: '測定品質に確認が必要な点があります。' },
  'gates-red': { en: 'Gates that cannot be relied on: {gates}.', ja: '信頼できないゲートがあります({gates}個)。' },
  'gates-amber': { en: 'Gates to be looked at: {gates}.', ja: '確認が必要なゲートがあります({gates}個)。' },
  'name-contradicts': {
    en: 'The file is named for {named}; the archive knows it as {known}.',
    ja: 'ファイル名は{named}を示していますが、アーカイブでは{known}として登録されています。',
  },
  'call-indeterminate': { en: 'The culture method is indeterminate.', ja: '培養法を判定できません。' },
  'declared-not-borne-out': {
    en: 'The sample is not consistent with its declared culture method.',
    ja: '検体は申告された培養法と整合しません。',
  },
} as const;
