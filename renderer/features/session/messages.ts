import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** Sessions, autosave, settings. */
export const own = {
  recoverTitle: { en: 'Restore unsaved work?', ja: '未保存の作業を復元しますか?' },
  recoverText: {
    en: 'Lymphoscope was closed before the last changes were saved. An automatic copy was kept.',
    ja: '前回、変更が保存されないまま終了しました。自動保存された内容が残っています。',
  },
  recoverWhen: { en: 'Kept {when}', ja: '自動保存日時 {when}' },
  restore: { en: 'Restore', ja: '復元する' },
  discard: { en: 'Discard the copy', ja: '破棄する' },
} as const satisfies Catalogue;

export const messages = { ...common, ...own } as const;
