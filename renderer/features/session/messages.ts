import type { Catalogue } from '../../../core/base/message.ts';
import { common } from '../../messages/common.ts';

/** Sessions, autosave, settings. */
export const own = {
  closingTitle: { en: 'Save the session before closing?', ja: '閉じる前にセッションを保存しますか?' },
  leavingTitle: { en: 'Save this session first?', ja: '先にこのセッションを保存しますか?' },
  leavingText: { en: 'Changes since the last save would be lost.', ja: '保存していない変更は失われます。' },
  closeWithout: { en: 'Close without saving', ja: '保存せずに閉じる' },
  leaveWithout: { en: 'Go on without saving', ja: '保存せずに続ける' },
  saveAndClose: { en: 'Save and close', ja: '保存して閉じる' },
  saveAndLeave: { en: 'Save and go on', ja: '保存して続ける' },
  sealTitle: { en: 'Seal the audit trail?', ja: '監査証跡を封印しますか?' },
  sealText: {
    en: 'The audit trail is taken as it stands, and its entries are chained from here on: what is changed outside this software later is found. That this was decided, by whom and why, is written into it.',
    ja: '現在の監査証跡をそのまま受け入れ、以降の記録を連鎖させます。以後の本ソフトウェア以外による変更は検出されます。封印した人と理由は監査証跡に記録されます。',
  },
  sealReason: { en: 'Reason', ja: '理由' },
  sealNow: { en: 'Seal', ja: '封印' },
  protocolText: {
    en: 'The gates of the present protocol, and what was changed by hand in single samples, go with it. Undo brings them back.',
    ja: '現在のプロトコルのゲートと、検体ごとの個別ゲート(手動)は置き換えられます(「元に戻す」で復元できます)。',
  },
  'protocol.nk-t': { en: 'Automatic gates, culture methods.', ja: '自動ゲート・培養法の判定' },
  'protocol.tbnk': { en: 'Automatic gates of lysed blood.', ja: '溶血した血液の自動ゲート' },
  'protocol.atl-blood': {
    en: 'Residual ATL cells and HAS-Flow of blood, with a plan.',
    ja: '血液中の残存ATL細胞・HAS-Flow(計画を含む)',
  },
  'protocol.atl-product': {
    en: 'Residual ATL cells of cultured products, with a plan.',
    ja: '培養製品中の残存ATL細胞(計画を含む)',
  },
  'protocol.manual': { en: 'No gate and no call: you draw them.', ja: 'ゲート・判定なし(手動で描画)' },
  packing: { en: 'Packing the session with its data…', ja: 'セッションをデータごとパックしています…' },
  noRecent: { en: 'No session was opened here before.', ja: '最近使ったセッションはありません。' },
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
