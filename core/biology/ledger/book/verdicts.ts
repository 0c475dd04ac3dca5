import type { Sentence } from '../../../base/message.ts';
import type { TestVerdict } from './book.ts';

/** What results of tests are called. */
export const verdictWords: { readonly [V in TestVerdict]: Sentence } = {
  pass: { en: 'pass', ja: '適合' },
  fail: { en: 'fail', ja: '不適合' },
  pending: { en: 'pending', ja: '結果待ち' },
  'not-done': { en: 'not done', ja: '未実施' },
};
