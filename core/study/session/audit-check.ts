import { canonicalJson } from '../../base/chain/canonical-json.ts';
import { type ChainHead, checkChain, headOf, isSealed, type Linked } from '../../base/chain/chain.ts';
import type { Finding } from '../../base/finding.ts';
import { Problem } from '../../base/problem.ts';
import { replayAudit } from './audit/audit.ts';
import type { SessionDocument } from './document/session-document.ts';
import type { Session } from './session.ts';

/** `unsealed`: begun before audits were chains of digests, so that what was changed on both sides alike is not found. */
export interface SessionTrust {
  readonly seal: 'sealed' | 'unsealed';
  /** Where the chain of the audit stands: a report that tells it is an anchor. */
  readonly head: ChainHead;
  /** What tells that the file was changed outside this software; empty where nothing does. */
  readonly findings: readonly Finding[];
}

/** What tells about a session's file: its chain as it was written, its anchors, and the replay of its audit. */
export function sessionTrust(session: Session, written: unknown, anchors: readonly ChainHead[]): SessionTrust {
  const { audit = [], version } = written as { readonly audit?: readonly Written[]; readonly version?: unknown };
  const { seal: head } = session;
  const sealed = isSealed(audit) || head !== undefined || anchors.length > 0;
  const faults = sealed ? checkChain(audit, { head, anchors, sealedBy: ({ action }) => action?.type === 'seal' }) : [];
  // a file of the version before chains has none
  const misplaced = isSealed(audit) && (version === 1 || head === undefined);
  return {
    seal: isSealed(audit) ? 'sealed' : 'unsealed',
    head: headOf(audit),
    findings: [
      ...faults.map(({ kind, entry }) => ({ code: codes[kind], kind: 'note' as const, values: { entry } })),
      ...(misplaced ? [{ code: codes.head, kind: 'note' as const, values: { entry: audit.length } }] : []),
      ...checkAudit(session),
    ],
  };
}

type Written = Linked & { readonly action?: { readonly type?: string } };
const codes = { broken: 'audit-broken-chain', head: 'audit-other-head', anchor: 'audit-other-anchor' } as const;

/** Everything that is to be said of a session when it is opened, a notice about a missing seal included. */
export const openingNotes = ({ seal, findings }: SessionTrust): readonly Finding[] =>
  findings.length === 0 && seal === 'unsealed' ? [{ code: 'session-unsealed', kind: 'note' }] : findings;

/** The same for a report, which says of a sealed session where its audit stood. */
export const reportNotes = (trust: SessionTrust): readonly Finding[] =>
  trust.findings.length === 0 && trust.seal === 'sealed'
    ? [{ code: 'session-sealed', kind: 'note', values: { ...trust.head } }]
    : openingNotes(trust);

/** Replays the audit and compares. */
export function checkAudit(session: Session): readonly Finding[] {
  try {
    const replayed = comparable(replayAudit(session.audit));
    return replayed === comparable(session) ? [] : [{ code: 'audit-differs', kind: 'note' }];
  } catch (error) {
    if (error instanceof Problem) return [{ code: 'audit-unplayable', kind: 'note', values: { why: error.message } }];
    throw error;
  }
}

const comparable = ({ protocol, gateIds, samples, overrides, groups, reviews = [], plates = [] }: SessionDocument): string =>
  canonicalJson({ protocol, gateIds, samples, overrides, groups, reviews, plates });
