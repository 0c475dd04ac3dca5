import type { Finding, FindingKind } from '../../base/finding.ts';
import { Problem } from '../../base/problem.ts';
import { replayAudit } from './audit/audit.ts';
import type { SessionDocument } from './document/session-document.ts';
import { asSession, type Session } from './session.ts';
import { serialiseSession } from './session-text.ts';

export const auditFindings: { readonly [code: string]: FindingKind } = {
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
};

/** Replays the audit and compares. Paths of files do not count: the host rewrites them when the session file moves. */
export function checkAudit(session: Session): readonly Finding[] {
  try {
    const replayed = comparable(replayAudit(session.audit));
    return replayed === comparable(session) ? [] : [{ code: 'audit-differs', kind: 'note' }];
  } catch (error) {
    if (error instanceof Problem) return [{ code: 'audit-unplayable', kind: 'note', values: { why: error.message } }];
    throw error;
  }
}

function comparable({ protocol, gateIds, samples, overrides }: SessionDocument): string {
  const unlinked = samples.map((sample) => {
    const { path: _, ...file } = sample.file;
    return { ...sample, file };
  });
  return serialiseSession(asSession({ protocol, gateIds, samples: unlinked, overrides }, []));
}
