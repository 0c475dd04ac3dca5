import { compositionIds } from '../../biology/features/feature-kinds.ts';
import { indexStrategy, namesOf } from '../../gating/strategy/edit-tree.ts';
import type { Population } from '../../gating/strategy/population.ts';
import type { Protocol } from '../protocol/protocol.ts';
import { gatePrepared } from '../sample/gate-prepared.ts';
import type { PreparedSample } from '../sample/prepared-sample.ts';
import type { Sample, SessionDocument } from '../session/document/session-document.ts';
import { protocolOf, strategyOf } from '../session/session-strategy.ts';

/** A percentage, and whose it is. */
interface Share {
  readonly percent: number;
  /** A person placed its gate, or one above it; without that the number is the automatic one. */
  readonly isOfPerson: boolean;
  /** The automatic gate is red: the product gives no such number. */
  readonly isWithheld: boolean;
}

/** Percentages by what they are of: a part of the composition by its role, else a population by its path, of its parent. */
export type Shares = ReadonlyMap<string, Share>;

/** By how much one gate of a person alone moves the main number. */
interface GateEffect {
  /** The names of the gate's populations. */
  readonly gate: string;
  readonly points: number;
}

/** One sample as one person gated it. */
export interface Reading {
  readonly shares: Shares;
  readonly effects: readonly GateEffect[];
}

/** What is compared first: the share of NK cells where the protocol has the composition, else of the first population. */
export const mainQuantity = ({ strategy }: Pick<Protocol, 'strategy'>): string => {
  const { populations } = indexStrategy(strategy);
  return populations.some(({ node }) => node.role === 'nk') ? 'nk' : (populations[0]?.path ?? '');
};

/** A sample by the protocol alone. */
export const automaticShares = (sample: PreparedSample, protocol: Protocol): Shares => sharesOf(gated(sample, protocol));

/** The same sample with a person's gates; and with each of these alone, the others where the protocol has them. */
export function readingOf(prepared: PreparedSample, document: SessionDocument, sample: Sample, automatic: Shares): Reading {
  const main = mainQuantity(document.protocol);
  const before = automatic.get(main)?.percent;
  const placed = [...strategyOf(document, sample).overridden.keys()];
  const nameOf = new Map(indexStrategy(document.protocol.strategy).gates.map(({ node }) => [node.id, namesOf(node)]));
  const effects = placed.flatMap((gate): GateEffect[] => {
    const alone = sharesOf(gated(prepared, protocolOf(withOnly(document, gate), sample))).get(main)?.percent;
    return before === undefined || alone === undefined ? [] : [{ gate: nameOf.get(gate) ?? gate, points: alone - before }];
  });
  return { shares: sharesOf(gated(prepared, protocolOf(document, sample))), effects };
}

const gated = (sample: PreparedSample, protocol: Protocol): readonly Population[] =>
  gatePrepared(sample, protocol, { absent: 'skip', collect: true }).populations;

/** The document with one of the gates that its person placed. */
const withOnly = (document: SessionDocument, gate: string): SessionDocument => ({
  ...document,
  overrides: document.overrides.filter((own) => own.gate === gate),
  groups: document.groups.map((group) =>
    group.own?.gates === undefined ? group : { ...group, own: { ...group.own, gates: group.own.gates.filter((own) => own.gate === gate) } },
  ),
});

function sharesOf(populations: readonly Population[]): Shares {
  const shares = new Map<string, Share>();
  for (const role of compositionIds) {
    const population = populations.find((one) => one.role === role);
    const share = population && shareOf(population);
    if (share !== undefined) shares.set(role, share);
  }
  for (const population of populations) {
    // a part of the composition stands there by its role
    const isPart = compositionIds.some((role) => role === population.role);
    const share = population.path === '' || isPart ? undefined : shareOf(population);
    if (share !== undefined) shares.set(population.path, share);
  }
  return shares;
}

function shareOf(population: Population): Share | undefined {
  const { count, parent, light } = population;
  if (parent === undefined || parent.count === 0) return undefined;
  return { percent: (100 * count) / parent.count, isOfPerson: isOfPerson(population), isWithheld: light === 'red' };
}

const isOfPerson = ({ placed, parent }: Population): boolean => placed?.own !== undefined || (parent !== undefined && isOfPerson(parent));
