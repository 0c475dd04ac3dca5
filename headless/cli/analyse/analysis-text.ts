import { type Language, type Sentence, say } from '../../../core/base/message.ts';
import { callState } from '../../../core/biology/classification/call-state.ts';
import type { MethodJudgement, Reason } from '../../../core/biology/classification/classification.ts';
import { featureNames } from '../../../core/biology/classification/reasons.ts';
import { lackingText } from '../../../core/gating/strategy/absent-populations.ts';
import { groupNames } from '../../../core/show/report/messages.ts';
import { markOf, reasonWords } from '../../../core/show/report/reason-words.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import { lightText } from '../shared/light-text.ts';
import { textTable } from '../shared/output.ts';

const words = {
  allEvents: { en: 'All events', ja: '全イベント' },
  population: { en: 'population', ja: '細胞集団' },
  count: { en: 'count', ja: 'イベント数' },
  ofParent: { en: '% of parent', ja: '親集団比 (%)' },
  interval: { en: '95 % counting interval', ja: '95%信頼区間(計数)' },
  ofTotal: { en: '% of total', ja: '総イベント比 (%)' },
  consistent: { en: 'consistent with: {group} (method: {method})', ja: '整合する培養法: {group}({method})' },
  unfit: {
    en: 'The protocol does not fit this file: the channels of CD3 and CD56 are not there.',
    ja: 'プロトコルがこのファイルに適合しません(CD3とCD56のチャンネルがありません)。',
  },
  open: { en: 'indeterminate', ja: '判定保留' },
  methodOpen: { en: 'methods within the group cannot be told apart', ja: 'グループ内の培養法は特定できない' },
  missing: { en: 'measurements needed for a call: {missing}', ja: '判定に必要な測定項目: {missing}' },
  nearest: { en: 'nearest profiles: {nearest}', ja: '最も近いプロファイル: {nearest}' },
  declared: { en: 'declared: {method} — {verdict}', ja: '申告: {method} — {verdict}' },
  profile: { en: 'profile', ja: 'プロファイル' },
  status: { en: 'status', ja: '状態' },
  posterior: { en: 'posterior', ja: '事後確率' },
  withDeclaration: { en: 'with declaration', ja: '申告を含む' },
  gate: { en: 'gate', ja: 'ゲート' },
  only: { en: 'Research use only.', ja: '研究用。' },
} as const satisfies { readonly [word: string]: Sentence };

const verdicts = {
  consistent: { en: 'consistent', ja: '整合' },
  'not-consistent': { en: 'not consistent', ja: '不整合' },
  'cannot-tell': { en: 'inconclusive', ja: '判定不能' },
} as const;
const statuses: { readonly [S in MethodJudgement['status']]: Sentence } = {
  in: { en: 'fits', ja: '整合' },
  out: { en: 'ruled out', ja: '除外' },
  open: { en: 'not ruled out', ja: '除外できない' },
  inactive: { en: 'not active (unconfirmed)', ja: '判定対象外(未承認)' },
};

/** Every profile held against the sample. */
export function methodTable({ classification: { methods } }: SampleAnalysis, lang: Language): string {
  const declared = methods.some(({ posteriorDeclared }) => posteriorDeclared !== undefined);
  const head = [words.profile[lang], words.status[lang], 'p', words.posterior[lang], ...(declared ? [words.withDeclaration[lang]] : [])];
  return textTable(
    head,
    methods.map(({ name, status, distance, posterior, posteriorDeclared }) => [
      name[lang],
      statuses[status][lang],
      distance === undefined ? '–' : distance.p < 0.001 ? '<0.001' : distance.p.toFixed(3),
      posterior.toFixed(3),
      ...(declared ? [posteriorDeclared?.toFixed(3) ?? '–'] : []),
    ]),
  );
}

/** The populations as a table for a terminal, each with the light of its gate. */
export function populationTable({ populations, absent = [] }: SampleAnalysis, lang: Language): string {
  const head = [words.population, words.count, words.ofParent, words.interval, words.ofTotal, words.gate].map((word) => word[lang]);
  const rows = populations.map(({ name, depth, count, percentOfParent, interval, percentOfTotal, gate }) => [
    depth === 0 ? words.allEvents[lang] : `${'  '.repeat(depth)}${name}`,
    count.toLocaleString('en'),
    percentText(percentOfParent),
    interval === undefined ? '' : `${percentText(interval.low)}–${percentText(interval.high)}`,
    percentText(percentOfTotal),
    lightText(gate, lang),
  ]);
  const lacking = absent.map(({ name, depth, missing }) => [`${'  '.repeat(depth)}${name}`, '–', lackingText(missing, lang), '', '', '']);
  return textTable(head, [...rows, ...lacking]);
}

const percentText = (value: number | undefined): string =>
  value === undefined
    ? ''
    : value >= 99.95
      ? value.toFixed(1)
      : value >= 10
        ? value.toFixed(1)
        : value >= 1
          ? value.toFixed(2)
          : value.toFixed(3);

const marks = { pass: '✓', fail: '✗', excludes: '–' } as const;

/** The call with its reasons, one a line. */
export function callInWords({ classification }: SampleAnalysis, lang: Language): string {
  const { group, method, reasons, missing, declared, nearest, methods } = classification;
  const state = callState(classification);
  if (state !== 'judged') return [...(state === 'unfit' ? [words.unfit[lang]] : []), words.only[lang]].join('\n');
  const nameOf = (id: string) => methods.find((one) => one.method === id)?.name[lang] ?? id;
  const head =
    group === 'indeterminate'
      ? words.open[lang]
      : say(
          words.consistent,
          { group: groupNames[group][lang], method: method === 'indeterminate' ? words.methodOpen[lang] : nameOf(method) },
          lang,
        );
  const line = (reason: Reason) => `  ${marks[markOf(reason)]} ${reasonWords(reason, lang, classification)}`;
  const lines = reasons.map(line);
  const against =
    declared?.verdict === 'consistent'
      ? []
      : (declared?.reasons.filter(({ passed }) => !passed).map((reason) => `  ${line(reason)}`) ?? []);
  const named = missing.map((feature) => featureNameOf(feature, lang)).join(', ');
  return [
    head,
    ...(declared === undefined
      ? []
      : [`  ${say(words.declared, { method: nameOf(declared.method), verdict: verdicts[declared.verdict][lang] }, lang)}`]),
    ...against,
    ...lines,
    ...(group !== 'indeterminate' || nearest.length === 0
      ? []
      : [`  ${say(words.nearest, { nearest: nearest.map(nameOf).join(', ') }, lang)}`]),
    ...(missing.length === 0 ? [] : [`  ${say(words.missing, { missing: named }, lang)}`]),
    `  ${words.only[lang]}`,
  ].join('\n');
}

const featureNameOf = (feature: string, lang: Language): string =>
  Object.entries(featureNames).find(([id]) => id === feature)?.[1][lang] ?? feature;
