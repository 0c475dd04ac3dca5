import { describeTransform } from '../../../data/transforms/describe.ts';
import type { Transform } from '../../../data/transforms/transforms.ts';
import type { Dimension } from '../../../gating/strategy/dimension.ts';
import { indexStrategy, mapGates } from '../../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../../gating/strategy/strategy.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { SessionDocument } from '../document/session-document.ts';
import { refuseSession } from '../document/session-problems.ts';
import { changeOwn, gatingGroup } from './edit-groups.ts';
import type { EditOf } from './edit-kinds.ts';

/** For all samples, or for a gating group. Throws `panel-unknown`. */
export function setTransform(document: SessionDocument, { entry, transform, scope }: EditOf<'transform/set'>): SessionDocument {
  if (!namesEntry(document.protocol, entry)) refuseSession('panel-unknown', { entry });
  if (scope !== undefined) {
    const { [entry]: _, ...others } = gatingGroup(document, scope.group).own?.transforms ?? {};
    return changeOwn(document, scope.group, { transforms: transform === 'inherited' ? others : { ...others, [entry]: transform } });
  }
  const protocol = withTransform(document.protocol, entry, transform === 'inherited' ? null : transform);
  return protocol === document.protocol ? document : { ...document, protocol };
}

/**
 * Shows a channel on another scale, `null`: on that which is chosen from each file. No gate moves, and no number: gates that stood on the old scale
 * go on standing on it, under a name of its own, until the channel is shown on it again. The protocol itself where nothing is to be changed.
 */
export function withTransform(protocol: Protocol, entry: string, transform: Transform | null): Protocol {
  const { strategy, transforms, dimensions = {} } = protocol;
  const named = new Map(Object.entries(dimensions));
  const before = Object.hasOwn(transforms, entry) ? transforms[entry] : undefined;
  const after = transform ?? undefined;
  if (isSame(before, after)) return protocol;

  const kept = namesFor(entry, before, named);
  const rename = (name: string): string => {
    if (name === entry) return kept;
    const dimension = named.get(name);
    return panelOf(dimension) === entry && dimension?.coordinates === undefined && isSame(dimension?.transform, after) ? entry : name;
  };
  const renamed = mapGates(strategy, (node) => withDimensions(node, node.dimensions.map(rename)));
  const inUse = new Set(indexStrategy(renamed).gates.flatMap(({ node }) => node.dimensions));
  const standing: { readonly [name: string]: Dimension } = {
    ...dimensions,
    [kept]: { panel: entry, ...(before === undefined ? {} : { transform: before }) },
  };
  const others = Object.entries(transforms).filter(([name]) => name !== entry);
  const changed: Protocol = {
    ...protocol,
    transforms: Object.fromEntries(after === undefined ? others : [...others, [entry, after]]),
    strategy: [...renamed],
  };
  const left = Object.entries(standing).filter(([name, dimension]) => inUse.has(name) || !('panel' in dimension));
  const { dimensions: _, ...without } = changed;
  return left.length === 0 ? without : { ...changed, dimensions: Object.fromEntries(left) };
}

/** Whether the panel or a gate knows an entry. */
export function namesEntry({ panel, strategy, dimensions = {} }: Protocol, entry: string): boolean {
  const isOf = (name: string) => name === entry || (Object.hasOwn(dimensions, name) && panelOf(dimensions[name]) === entry);
  return panel.entries.some(({ id }) => id === entry) || indexStrategy(strategy).gates.some(({ node }) => node.dimensions.some(isOf));
}

const panelOf = (dimension: Dimension | undefined): string | undefined =>
  dimension !== undefined && 'panel' in dimension ? dimension.panel : undefined;

const isSame = (a: Transform | undefined, b: Transform | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The name under which an entry stands on a scale; one that means something else is left alone. */
function namesFor(entry: string, transform: Transform | undefined, named: ReadonlyMap<string, Dimension>): string {
  const base = `${entry} · ${transform === undefined ? 'chosen' : describeTransform(transform)}`;
  for (let n = 1; ; n++) {
    const name = n === 1 ? base : `${base} (${n})`;
    const there = named.get(name);
    if (there === undefined || (panelOf(there) === entry && there.coordinates === undefined && isSame(there.transform, transform)))
      return name;
  }
}

const withDimensions = (node: GateNode, dimensions: readonly string[]): GateNode =>
  dimensions.every((name, i) => name === node.dimensions[i]) ? node : { ...node, dimensions };
