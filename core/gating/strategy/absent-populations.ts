import { type Language, say } from '../../base/message.ts';
import type { Problem } from '../../base/problem.ts';
import { cleans } from './cleaning.ts';
import type { GateNode, PopulationNode } from './strategy.ts';
import { layOutStrategy } from './strategy-layout.ts';

/** A population that a sample cannot have: its gate, or one above it, needs a channel that the sample lacks. */
export interface AbsentPopulation {
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  /** Markers without a channel. */
  readonly missing: readonly string[];
}

/**
 * What a strategy asks for and a sample cannot have, in the order of the strategy, once its gates were laid out without what is missing.
 * Optional gates are not among them: the protocol does without. A boolean gate lacks what the populations lack that it combines; any other
 * refusal is thrown.
 */
export function absentPopulations(
  strategy: readonly GateNode[],
  missingOf: (node: GateNode) => readonly string[],
  refused: readonly { readonly path: string; readonly problem: Problem }[],
): readonly AbsentPopulation[] {
  // a stand-in keeps the populations of the gate that it stands in for
  const skipped = new Map(layOutStrategy(strategy, missingOf, true).skipped.map(({ node, missing }) => [node.populations, missing]));
  const refusals = new Map(refused.map(({ path, problem }) => [path, problem]));
  const absent: AbsentPopulation[] = [];
  /** With those of optional gates, which a boolean gate may combine too. */
  const lacking = new Map<string, readonly string[]>();

  function visit(nodes: readonly GateNode[], parent: string, depth: number, above: readonly string[] | undefined): void {
    for (const node of nodes) {
      const own = above ?? skipped.get(node.populations);
      const isLeftOut = above === undefined && own !== undefined && node.optional === true;
      for (const { name, gates = [] } of node.populations) {
        const path = parent === '' ? name : `${parent}/${name}`;
        if (isLeftOut) {
          if (cleans(node)) {
            lacking.set(path, own);
            visit(gates, parent, depth, undefined);
          } else leaveOut({ name, gates }, parent, own);
          continue;
        }
        const missing = own ?? missingOfRefused(path);
        if (missing !== undefined) {
          lacking.set(path, missing);
          absent.push({ path, name, depth, missing });
        }
        visit(gates, path, depth + 1, missing);
      }
    }
  }

  /** What qualifies a population that the protocol does without goes with it. */
  function leaveOut({ name, gates = [] }: PopulationNode, parent: string, missing: readonly string[]): void {
    const path = parent === '' ? name : `${parent}/${name}`;
    lacking.set(path, missing);
    for (const { populations } of gates) for (const population of populations) leaveOut(population, path, missing);
  }

  /** Operands stand before the gate that combines them. */
  function missingOfRefused(path: string): readonly string[] | undefined {
    const problem = refusals.get(path);
    if (problem === undefined) return undefined;
    const operand = String(problem.values['path'] ?? '');
    const parent = path.slice(0, Math.max(0, path.lastIndexOf('/')));
    const missing = lacking.get(operand) ?? lacking.get(`${parent}/${operand}`);
    if (problem.code !== 'population-unknown' || missing === undefined) throw problem;
    return missing;
  }

  visit(strategy, '', 1, undefined);
  return absent;
}

/** In place of a number: "no CD19". */
export const lackingText = (missing: readonly string[], language: Language): string =>
  say({ en: 'no {missing}', ja: '{missing}なし' }, { missing: missing.join(', ') }, language);
