import { describeTransform } from '../../../data/transforms/describe.ts';
import type { Transform } from '../../../data/transforms/transforms.ts';
import type { Dimension } from '../../../gating/strategy/dimension.ts';
import { indexStrategy, mapGates } from '../../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../../gating/strategy/strategy.ts';
import type { Protocol } from '../../protocol/protocol.ts';
import type { SessionDocument } from '../document/session-document.ts';
import { refuseSession } from '../document/session-problems.ts';
import type { EditOf } from './edit-kinds.ts';

/**
 * Shows a channel on another scale. No gate moves, and no number: gates that stood on the old scale go on standing on it, under a name of
 * its own, until the channel is shown on it again.
 */
export function setTransform(document: SessionDocument, { entry, transform }: EditOf<'transform/set'>): SessionDocument {
  const { protocol } = document;
  const { panel, strategy, transforms, dimensions = {} } = protocol;
  const named = new Map(Object.entries(dimensions));
  const names = new Set(indexStrategy(strategy).gates.flatMap(({ node }) => node.dimensions));
  const isOf = (name: string) => name === entry || panelOf(named.get(name)) === entry;
  if (!panel.entries.some(({ id }) => id === entry) && ![...names].some(isOf)) refuseSession('panel-unknown', { entry });
  const before = Object.hasOwn(transforms, entry) ? transforms[entry] : undefined;
  const after = transform ?? undefined;
  if (isSame(before, after)) return document;

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
  return { ...document, protocol: left.length === 0 ? without : { ...changed, dimensions: Object.fromEntries(left) } };
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
