import { type Language, say, type Values } from '../../../core/base/message.ts';
import { kindOf } from '../../../core/gating/gates/gates.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import type { GatedFile } from '../../../core/study/sample/gate-by-strategy.ts';

/** Counts of a population on FlowJo's grid, by the rule for ellipses that is known and, where it has any, by the one that is reported of FlowJo 11. */
export function gridCounts(
  { exact }: GatedFile<{ readonly protocol: Protocol }>['gated'],
  results: GatedFile<{ readonly protocol: Protocol }>['results'],
): (path: string) => readonly number[] {
  const hasCentres = exact.populations.some(({ placed }) => placed !== undefined && kindOf(placed.gate).countByCentre !== undefined);
  const rules = hasCentres ? (['flowjo', 'flowjo-11'] as const) : (['flowjo'] as const);
  const counts = rules.map((evaluator) => new Map(results[evaluator].map(({ path, count }) => [path, count])));
  return (path) => counts.flatMap((of) => of.get(path) ?? []);
}

/** What is odd about a count of FlowJo's. */
export function countFindings(
  { path, storedCount, differs, 'flowjo-11Count': byCentre }: CountedPopulation,
  lang: Language,
): readonly { readonly code: string; readonly message: string }[] {
  const finding = (code: keyof typeof countSentences, values: Values) => ({
    code,
    message: say(countSentences[code], { path, ...values }, lang),
  });
  return [
    ...(differs === undefined ? [] : [finding('stored-count-differs', { stored: storedCount ?? '', count: differs })]),
    ...(byCentre === undefined ? [] : [finding('ellipse-by-centre', { count: byCentre })]),
  ];
}

interface CountedPopulation {
  readonly path: string;
  readonly storedCount?: number;
  readonly differs?: number | undefined;
  readonly 'flowjo-11Count'?: number | undefined;
}

const countSentences = {
  'stored-count-differs': {
    en: 'FlowJo counted {stored} events in "{path}"; on FlowJo\'s grid they are {count} here: do not use this gate without a look.',
    ja: '「{path}」のFlowJoの計数は{stored}ですが、FlowJoの格子での計数は{count}です。確認せずに使わないでください。',
  },
  'ellipse-by-centre': {
    en: 'By the rule for ellipses that is reported of FlowJo 11.2 (the middle of each cell), "{path}" has {count} events on the grid.',
    ja: 'FlowJo 11.2で報告されている楕円の規則(格子の中央)では、「{path}」の格子での計数は{count}です。',
  },
} as const;
