import { Problem } from '../problem.ts';

/** A worker that ended in the midst of a run: most often for want of memory. The pool goes on with a new one. */
export const workerLost = (job: string, error: unknown): Problem =>
  new Problem(
    'worker-lost',
    {
      en: 'A background worker stopped during "{job}" ({why}). Nothing else was lost; try again, with fewer or smaller files if memory is short.',
      ja: 'バックグラウンド処理「{job}」が途中で停止しました({why})。ほかのデータは失われていません。もう一度お試しください(メモリ不足の場合はファイルを減らしてください)。',
    },
    { job, why: error instanceof Error ? error.message : error === undefined ? '-' : String(error) },
  );

/** Without shared memory a second, cloning way of working would be the untested one: there is none. */
export const sharedMemoryMissing = (): Problem =>
  new Problem('shared-memory-missing', {
    en: 'This window has no shared memory (it is not cross-origin isolated), so nothing can be computed in the background.',
    ja: '共有メモリが使用できないため(クロスオリジン分離が無効です)、バックグラウンド処理を実行できません。',
  });
