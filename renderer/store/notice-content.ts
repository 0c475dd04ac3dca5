import type { Sentence, Values } from '../../core/base/message.ts';
import type { Place } from '../../core/base/problem.ts';

/** What is wrong or was done, in both languages; a `Problem` is one as it stands. */
export interface NoticeContent {
  readonly sentence: Sentence;
  readonly values?: Values;
  readonly code?: string;
  readonly place?: Place;
}
