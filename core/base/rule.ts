import { type Sentence, say } from './message.ts';

/**
 * A rule of a schema that is more than shape, as a clause in every language ("the lower limit lies above the upper limit"), and what it is about
 * beneath the value that is checked. The only way in which `refine` and `addIssue` are told why: what a person reads of it is `ruleOf`.
 */
export const rule = (sentence: Sentence, ...path: readonly string[]) => ({
  message: say(sentence),
  params: { rule: sentence },
  path: [...path],
});

/** The clause of a broken rule. */
export const ruleOf = ({ params }: { readonly params?: { readonly [key: string]: unknown } | undefined }): Sentence | undefined =>
  params?.['rule'] as Sentence | undefined;
