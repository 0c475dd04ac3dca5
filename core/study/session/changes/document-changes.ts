import type { GateAt } from '../../../gating/strategy/edit-tree.ts';
import type { PlacedGate, SampleGroup } from '../document/group.ts';
import { fileKey, type Review, type Sample, type SessionDocument } from '../document/session-document.ts';
import type { Change } from './change.ts';
import { differing, isSame, keyed, paired } from './pairs.ts';
import { plateChanges } from './plate-changes.ts';
import { gatesById, pathOf, protocolChanges, shown } from './protocol-changes.ts';

/** What two states of a session have differently; parts that they share are not walked. */
export function changesBetween(before: SessionDocument, after: SessionDocument): readonly Change[] {
  const changes = [...protocolChanges(before, after), ...sampleChanges(before, after), ...groupChanges(before, after)];
  const own = [...ownGates(before, after), ...reviewChanges(before, after), ...plateChanges(before, after)];
  const all = [...changes, ...own];
  return all.length > 0 || isSame(before, after) ? all : [{ of: 'other' }];
}

function sampleChanges(was: SessionDocument, is: SessionDocument): readonly Change[] {
  if (was.samples === is.samples) return [];
  return paired(was.samples, is.samples, ({ id }) => id).flatMap(({ before, after }): readonly Change[] => {
    const renamed =
      before?.file.name === after?.file.name ? [] : [{ of: 'sample' as const, before: before?.file.name, after: after?.file.name }];
    if (before === undefined || after === undefined) return renamed;
    const fields = keyed(before.metadata, after.metadata);
    return [
      ...renamed,
      ...fields.map(({ key, ...values }): Change => ({ of: 'metadata', sample: after.file.name, field: key, ...values })),
    ];
  });
}

function groupChanges(was: SessionDocument, is: SessionDocument): readonly Change[] {
  if (was.groups === is.groups) return [];
  const groups = paired(was.groups, is.groups, ({ id }) => id);
  const isOrdered = groups.some(({ before, after }) => before === undefined || after === undefined) || sameOrder(was.groups, is.groups);
  return [...(isOrdered ? [] : [{ of: 'groups-order' as const }]), ...groups.flatMap(({ before, after }) => changesOfGroup(before, after))];
}

const sameOrder = (one: readonly SampleGroup[], other: readonly SampleGroup[]): boolean => one.every(({ id }, i) => id === other[i]?.id);

function changesOfGroup(before: SampleGroup | undefined, after: SampleGroup | undefined): readonly Change[] {
  const head = (group: SampleGroup | undefined) => group && { ...group, own: undefined };
  const group = (after ?? before)!.name;
  const own = (of: SampleGroup | undefined) => of?.own ?? {};
  const same = (part: 'statistics' | 'report') => isSame(own(before)[part], own(after)[part]);
  return [
    ...(isSame(head(before), head(after)) ? [] : [{ of: 'group' as const, before, after }]),
    ...differing(own(before).compensation, own(after).compensation).map((values): Change => ({ of: 'compensation', group, ...values })),
    ...keyed(own(before).transforms ?? {}, own(after).transforms ?? {}).map(
      ({ key, ...values }): Change => ({ of: 'scale', name: key, group, ...values }),
    ),
    ...(same('statistics') ? [] : [{ of: 'statistics' as const, group }]),
    ...(same('report') ? [] : [{ of: 'report' as const, group }]),
  ];
}

/** Gates of single samples and groups; where one comes or goes, the protocol's gate is what stood or stands in its place. */
function ownGates(was: SessionDocument, is: SessionDocument): readonly Change[] {
  if (was.overrides === is.overrides && was.groups === is.groups) return [];
  const [standing, stands] = [gatesById(was.protocol.strategy), gatesById(is.protocol.strategy)];
  return paired(placedOf(was), placedOf(is), ({ key }) => key).flatMap(({ before, after }): readonly Change[] => {
    if (isSame(before?.placed.to, after?.placed.to)) return [];
    const { placed, where } = (after ?? before)!;
    const at = stands.get(placed.gate) ?? standing.get(placed.gate);
    const dimensions = at?.node.dimensions ?? [];
    const gateOf = (own: Placed | undefined, instead: GateAt | undefined) =>
      own === undefined ? shown(instead) : { gate: own.placed.to, dimensions };
    const gate = at === undefined ? placed.gate : pathOf(at);
    return [
      { of: 'gate', gate, ...where, before: gateOf(before, standing.get(placed.gate)), after: gateOf(after, stands.get(placed.gate)) },
    ];
  });
}

interface Placed {
  readonly key: string;
  readonly placed: PlacedGate;
  readonly where: { readonly sample: string } | { readonly group: string };
}

function placedOf(document: SessionDocument): readonly Placed[] {
  const files = namesOfFiles(document.samples);
  return [
    ...document.overrides.map((placed) => {
      const file = fileKey(placed);
      return { key: `${placed.gate} ${file}`, placed, where: { sample: files.get(file) ?? placed.sha256.slice(0, 8) } };
    }),
    ...document.groups.flatMap(({ id, name, own }) =>
      (own?.gates ?? []).map((placed) => ({ key: `${placed.gate} ${id}`, placed, where: { group: name } })),
    ),
  ];
}

const namesOfFiles = (samples: readonly Sample[]): ReadonlyMap<string, string> =>
  new Map(samples.map(({ file }) => [fileKey(file), file.name]));

function reviewChanges(was: SessionDocument, is: SessionDocument): readonly Change[] {
  if (was.reviews === is.reviews) return [];
  const [files, gates] = [namesOfFiles([...was.samples, ...is.samples]), gatesById(is.protocol.strategy)];
  return paired(was.reviews ?? [], is.reviews ?? [], (review) => `${review.gate} ${fileKey(review)}`).flatMap(
    ({ before, after }): readonly Change[] => {
      if (isSame(before, after)) return [];
      const { gate, ...file } = (after ?? before)!;
      const at = gates.get(gate);
      const sample = files.get(fileKey(file)) ?? file.sha256.slice(0, 8);
      return [{ of: 'review', gate: at === undefined ? gate : pathOf(at), sample, before: seen(before), after: seen(after) }];
    },
  );
}

const seen = (review: Review | undefined) => review && { verdict: review.verdict, count: review.count, parentCount: review.parentCount };
