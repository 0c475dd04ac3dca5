import type { KeptLysis, KeptPlate } from './kept-plate.ts';

/** Lysis of one E:T that is another one, or is there on one side alone. */
export interface LysisChange {
  readonly effector: string;
  readonly ratio: number | undefined;
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Points that no rounding moves. */
const SAME = 1e-6;

/** What one result of a plate says otherwise than another. */
export function comparePlateResults(before: KeptPlate, after: KeptPlate): readonly LysisChange[] {
  const key = ({ effector, ratios, form }: KeptLysis) => JSON.stringify([effector, ratios, form]);
  const [was, is] = [before, after].map(({ lysis }) => new Map(lysis.map((row) => [key(row), row]))) as [
    Map<string, KeptLysis>,
    Map<string, KeptLysis>,
  ];
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((name) => {
    const [a, b] = [was.get(name), is.get(name)];
    const { effector, ratios } = (a ?? b)!;
    if (a !== undefined && b !== undefined && Math.abs(a.lysis - b.lysis) < SAME) return [];
    return [{ effector, ratio: ratios.total ?? ratios.viable, before: a?.lysis, after: b?.lysis }];
  });
}
