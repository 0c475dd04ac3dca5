import { indexStrategy } from '../../gating/strategy/edit-tree.ts';
import type { GateNode } from '../../gating/strategy/strategy.ts';
import type { Protocol } from '../protocol/protocol.ts';

/** One thing that two versions of a protocol do not share. */
export interface ProtocolChange {
  readonly part:
    | 'panel'
    | 'compensation'
    | 'scale'
    | 'gate'
    | 'absent-markers'
    | 'dimension'
    | 'statistics'
    | 'quality'
    | 'classifier'
    | 'specification'
    | 'residual'
    | 'metadata'
    | 'plots'
    | 'report';
  /** A panel entry, channel or population; absent for a part as a whole. */
  readonly name?: string;
  readonly change: 'added' | 'removed' | 'changed';
}

/** What a version of a protocol changed against an earlier one, in the order of the analysis. Names and revisions do not count. */
export function compareProtocols(before: Protocol, after: Protocol): readonly ProtocolChange[] {
  return [
    ...named('panel', byId(before.panel.entries), byId(after.panel.entries)),
    ...whole('compensation', [before.compensation, before.matrices], [after.compensation, after.matrices]),
    ...named('scale', before.transforms, after.transforms),
    ...named('dimension', before.dimensions ?? {}, after.dimensions ?? {}),
    ...named('gate', gatesOf(before), gatesOf(after)),
    ...whole('absent-markers', before.absentMarkers ?? 'refuse', after.absentMarkers ?? 'refuse'),
    ...whole('statistics', before.statistics, after.statistics),
    ...whole('quality', before.quality, after.quality),
    ...whole('classifier', before.classifier, after.classifier),
    ...whole('specification', before.specification, after.specification),
    ...whole('residual', before.residual, after.residual),
    ...whole('metadata', before.metadata, after.metadata),
    ...whole('plots', before.plots, after.plots),
    ...whole('report', before.report, after.report),
  ];
}

type Named = { readonly [name: string]: unknown };

const byId = (entries: readonly { readonly id: string }[]): Named => Object.fromEntries(entries.map((entry) => [entry.id, entry]));

/** Each gate by the population that it gives first, without what hangs below it. */
function gatesOf({ strategy }: Protocol): Named {
  return Object.fromEntries(indexStrategy(strategy).populations.map(({ path, gate }) => [path, bare(gate)]));
}

const bare = ({ populations, ...gate }: GateNode): unknown => ({
  ...gate,
  populations: populations.map(({ name, role }) => ({ name, role })),
});

function named(part: ProtocolChange['part'], before: Named, after: Named): readonly ProtocolChange[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name): readonly ProtocolChange[] => {
    const [was, is] = [Object.hasOwn(before, name), Object.hasOwn(after, name)];
    if (!was || !is) return [{ part, name, change: is ? 'added' : 'removed' }];
    return same(before[name], after[name]) ? [] : [{ part, name, change: 'changed' }];
  });
}

const whole = (part: ProtocolChange['part'], before: unknown, after: unknown): readonly ProtocolChange[] =>
  same(before, after) ? [] : [{ part, change: 'changed' }];

/** Both were parsed by one schema, which puts keys in its own order. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
