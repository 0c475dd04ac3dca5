import type { FindingKind } from '../../base/finding.ts';
import type { Catalogue, Language, Sentence } from '../../base/message.ts';
import { qualitySentences } from '../../gating/quality/quality-findings.ts';
import { allFindings } from '../../study/sample/analysis-findings.ts';
import { advice } from './advice.ts';
import { adviceFor } from './finding-advice.ts';

const words = {
  title: { en: 'Findings, and what to do', ja: '検出事項と対応' },
  lead: {
    en: 'Each finding by its code, as the tab Findings and the annex of a certificate print it. “…” stands for what the file says.',
    ja: '検出事項をコード順に示します(タブ「検出事項」と試験成績書の別紙に表示されるコードです)。「…」にはファイルごとの値が入ります。',
  },
  kindRepair: { en: 'Repaired while reading.', ja: '読み込み時に修復しました。' },
  kindGuess: { en: 'Assumed: the file leaves it open.', ja: '仮定: ファイルの記載だけでは決まりません。' },
  kindNote: { en: 'Noted: nothing was changed.', ja: '注記: 何も変更していません。' },
  toDo: { en: 'What to do', ja: '対応' },
} as const satisfies Catalogue;

const kindWords: { readonly [K in FindingKind['kind']]: Sentence } = {
  repair: words.kindRepair,
  guess: words.kindGuess,
  note: words.kindNote,
};

/** Every finding there is, of reading, analysis and acquisition, by code. */
export const knownFindings = (): readonly (readonly [string, FindingKind])[] =>
  Object.entries<FindingKind>({
    ...Object.fromEntries(Object.entries(qualitySentences).map(([code, sentence]) => [code, { kind: 'note' as const, sentence }])),
    ...allFindings,
  }).sort(([a], [b]) => (a < b ? -1 : 1));

const literally = (text: string): string => text.replace(/\{\w+\}/g, '…').replace(/[\\*_<>[\]`|]/g, '\\$&');

/** The reference as Markdown, made of the lists that the program itself speaks from. */
export function findingReference(language: Language): string {
  const say = (sentence: Sentence) => sentence[language];
  const entries = knownFindings().map(([code, { kind, sentence }]) => {
    const known = adviceFor(code);
    const toDo = known === undefined ? [] : [`**${say(words.toDo)}**: ${literally(say(advice[known]))}`];
    return [`## ${code}`, literally(say(sentence)), say(kindWords[kind]), ...toDo].join('\n\n');
  });
  return [`# ${say(words.title)}`, say(words.lead), ...entries].join('\n\n');
}
