import { ENGINE } from '../../base/engine.ts';
import type { Sentence, Values } from '../../base/message.ts';

/** What is said of results that another engine gave: they stay as they are until their runs are gated again. */
export const olderEngine = (engine: string): { readonly code: string; readonly sentence: Sentence; readonly values: Values } => ({
  code: 'engine-older',
  sentence: {
    en: 'These results are of engine {engine}; this program is engine {now}. Gate the runs again to have its numbers.',
    ja: 'この結果はエンジン{engine}によるものです(現在のエンジンは{now})。最新の値を得るには再ゲーティングしてください。',
  },
  values: { engine, now: ENGINE },
});
