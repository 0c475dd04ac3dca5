import { type GateAt, indexStrategy, namesOf } from '../../../gating/strategy/edit-tree.ts';
import type { SessionDocument } from '../document/session-document.ts';
import type { Change, ShownGate } from './change.ts';
import { differing, isSame, keyed } from './pairs.ts';

/** What two protocols of a session have differently; another protocol altogether is told by its name and revision. */
export function protocolChanges({ protocol: was }: SessionDocument, { protocol: is }: SessionDocument): readonly Change[] {
  if (was === is) return [];
  if (was.name !== is.name || was.revision !== is.revision) {
    const named = ({ name, revision }: typeof is) => ({ name, revision });
    return [{ of: 'protocol', before: named(was), after: named(is) }];
  }
  return [
    ...strategyChanges(was.strategy, is.strategy),
    ...keyed(was.transforms, is.transforms).map(({ key, ...values }): Change => ({ of: 'scale', name: key, ...values })),
    ...differing(was.compensation, is.compensation).map((values): Change => ({ of: 'compensation', ...values })),
    ...panelChanges(was, is),
    ...profileChanges(was, is),
    ...(isSame(was.statistics, is.statistics) ? [] : [{ of: 'statistics' as const }]),
    ...(isSame(was.report, is.report) ? [] : [{ of: 'report' as const }]),
    ...(isSame(was.plots, is.plots) ? [] : [{ of: 'plots' as const }]),
  ];
}

type Protocol = SessionDocument['protocol'];

function strategyChanges(was: Protocol['strategy'], is: Protocol['strategy']): readonly Change[] {
  if (was === is) return [];
  const [old, now] = [gatesById(was), gatesById(is)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id): readonly Change[] => {
    const [from, to] = [old.get(id), now.get(id)];
    const gate = pathOf((to ?? from)!);
    if (from === undefined || to === undefined) return [{ of: 'gate', gate, before: shown(from), after: shown(to) }];
    const moved = pathOf(from) === pathOf(to) ? [] : [{ of: 'population' as const, before: pathOf(from), after: pathOf(to) }];
    return [...moved, ...(isSame(shown(from), shown(to)) ? [] : [{ of: 'gate' as const, gate, before: shown(from), after: shown(to) }])];
  });
}

/** Every gate by its id. */
export const gatesById = (strategy: Protocol['strategy']): ReadonlyMap<string, GateAt> =>
  new Map(indexStrategy(strategy).gates.map((at) => [at.node.id ?? pathOf(at), at]));

/** The paths of a gate's populations, as one name. */
export const pathOf = ({ parent, node }: GateAt): string => (parent === '' ? namesOf(node) : `${parent}/${namesOf(node)}`);
export const shown = (at: GateAt | undefined): ShownGate | undefined => at && { gate: at.node.gate, dimensions: at.node.dimensions };

function panelChanges(was: Protocol, is: Protocol): readonly Change[] {
  if (was.panel === is.panel) return [];
  const channelOf = ({ panel }: Protocol) => Object.fromEntries(panel.entries.map(({ id, channel }) => [id, channel]));
  return keyed(channelOf(was), channelOf(is)).map(({ key, ...values }): Change => ({ of: 'channel', name: key, ...values }));
}

function profileChanges(was: Protocol, is: Protocol): readonly Change[] {
  const named = ({ classifier }: Protocol) =>
    classifier.profiles && { name: classifier.profiles.name, revision: classifier.profiles.revision };
  if (isSame(was.classifier, is.classifier)) return [];
  return [{ of: 'profiles', before: named(was), after: named(is) }];
}
