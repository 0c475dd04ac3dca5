import { describe, expect, it } from 'vitest';
import { Problem } from '../../../core/base/problem.ts';
import type { Edit } from '../../../core/study/session/edits/edit-kinds.ts';
import { commit, emptyHistory, redo, sessionOf, undo } from '../../../core/study/session/history.ts';
import { openSession, serialiseSession } from '../../../core/study/session/session-text.ts';
import { seedRandom } from '../../../test-data/random.ts';
import { countForProof, proofSeed } from '../../proof.ts';
import { node, rectangle, sampleNumber, shipped, stamp } from '../../unit/core/study/session/session-support.ts';
import { changedSession, sessionChanges } from './session-changes.ts';

/* A tenth of the changes that `npm run prove -- tamper` makes. LYMPHO_PROOF_SEED repeats them. */

const CHANGES = 500;

function aSession(): string {
  const edits: readonly Edit[] = [
    { type: 'protocol/replace', protocol: { ...shipped, classifier: { ...shipped.classifier, profiles: undefined } } },
    { type: 'sample/add', samples: [sampleNumber(1), sampleNumber(2), sampleNumber(3)] },
    { type: 'gate/add', parent: '', node: node('Cells', 'CD3') },
    { type: 'sample/metadata', sample: sampleNumber(1).id, metadata: { role: 'sample', day: 14, lot: 'A12' } },
    { type: 'gate/rename', population: 'Cells', name: 'T cells' },
    { type: 'panel/pin', entry: 'CD3', channel: 'FL1-A' },
  ];
  let history = edits.reduce((so, edit) => commit(so, edit, stamp), emptyHistory);
  const gate = history.present.protocol.strategy.at(-1)?.id ?? '';
  history = commit(
    history,
    { type: 'gate/change', gate, to: rectangle(0.5), scope: { sample: sampleNumber(2).id, reason: 'seen by eye' } },
    stamp,
  );
  history = redo(undo(undo(history, stamp), stamp), stamp);
  history = commit(history, { type: 'gate/add', parent: '', node: node('B', 'CD56') }, stamp);
  return serialiseSession(sessionOf(history));
}

describe('a session with a single change', () => {
  it(`is refused or found, ${CHANGES} times`, () => {
    const random = seedRandom(proofSeed);
    const text = aSession();
    const whole = openSession(text);
    expect(whole.trust).toMatchObject({ seal: 'sealed', findings: [] });
    const unseen: string[] = [];
    let withoutAnchor = 0;
    for (let made = 0; made < CHANGES; ) {
      const kind = sessionChanges[made % sessionChanges.length] ?? '';
      const renewed = made % 2 === 1;
      const changed = changedSession(random, text, kind, renewed);
      if (changed === undefined) continue;
      made += 1;
      const alone = findingsIn(changed, []);
      if (alone === 0) withoutAnchor += 1;
      if (alone === 0 && findingsIn(changed, [whole.trust.head]) === 0) unseen.push(`${kind} ${renewed} ${differenceOf(text, changed)}`);
    }
    countForProof('sessions changed', CHANGES);
    countForProof('sessions found by an anchor alone', withoutAnchor);
    countForProof('sessions unseen', unseen.length);
    expect(unseen).toEqual([]);
  });
});

const findingsIn = (text: string, anchors: Parameters<typeof openSession>[1]): number => {
  try {
    return openSession(text, anchors).trust.findings.length;
  } catch (error) {
    if (error instanceof Problem) return 1;
    throw error;
  }
};

function differenceOf(a: string, b: string): string {
  const [one, other] = [JSON.stringify(JSON.parse(a)), b];
  let at = 0;
  while (one[at] === other[at] && at < one.length) at++;
  return `${one.slice(Math.max(0, at - 60), at + 60)} → ${other.slice(Math.max(0, at - 10), at + 60)}`;
}
