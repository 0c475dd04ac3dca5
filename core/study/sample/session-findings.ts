import type { FindingKind } from '../../base/finding.ts';

/** What is said of the session that a sample comes from: whether it is what its audit tells. */
export const sessionFindings: { readonly [code: string]: FindingKind } = {
  'audit-differs': {
    kind: 'note',
    sentence: {
      en: 'The session is not what its audit trail leads to: the file was changed outside this software.',
      ja: 'セッションの内容が監査証跡と一致しません。本ソフトウェア以外で変更された可能性があります。',
    },
  },
  'audit-unplayable': {
    kind: 'note',
    sentence: {
      en: 'The audit trail cannot be replayed: {why}',
      ja: '監査証跡を再現できません: {why}',
    },
  },
  'audit-broken-chain': {
    kind: 'note',
    sentence: {
      en: 'Entry {entry} of the audit trail does not follow the one before it: entries were changed, removed, added or moved outside this software.',
      ja: '監査証跡の{entry}番目の記録が直前の記録とつながりません。本ソフトウェア以外で変更・削除・追加・並べ替えされた可能性があります。',
    },
  },
  'audit-other-head': {
    kind: 'note',
    sentence: {
      en: 'The audit trail does not end as the session says it does (entry {entry}): its last entries were changed or removed outside this software.',
      ja: '監査証跡の末尾がセッションの記録({entry}件目)と一致しません。末尾の記録が本ソフトウェア以外で変更または削除された可能性があります。',
    },
  },
  'audit-other-anchor': {
    kind: 'note',
    sentence: {
      en: 'The audit trail is not the one that was saved here: up to entry {entry} its digest was another one.',
      ja: '監査証跡が、ここに保存されたものと異なります({entry}件目までの要約値が一致しません)。',
    },
  },
  'session-sealed': {
    kind: 'note',
    sentence: {
      en: 'The audit trail has {entries} entries, and the SHA-256 of the last is {head}.',
      ja: '監査証跡は{entries}件、最後の記録のSHA-256は{head}です。',
    },
  },
  'session-unsealed': {
    kind: 'note',
    sentence: {
      en: 'The session was begun before audit trails were sealed. Its audit trail leads to it, but what was changed in both alike cannot be found.',
      ja: '監査証跡の封印に対応する前に作成されたセッションです。監査証跡の再現結果と内容は一致していますが、両方が同じように変更されていた場合は検出できません。',
    },
  },
};
