import { contentDigest } from '../../base/chain/chain.ts';
import type { Sentence, Values } from '../../base/message.ts';
import { type Place, Problem } from '../../base/problem.ts';
import type { CellsCounted } from './cells.ts';
import type { ResidualResult } from './measure-residual.ts';
import type { ResidualPlan } from './residual-plan.ts';
import type { Tube } from './tube.ts';

/** A problem as text keeps it. */
interface KeptProblem {
  readonly code: string;
  readonly sentence: Sentence;
  readonly values: Values;
  readonly place: Place;
}

/** What decided a result, and of what it is. */
export interface ResidualOrigin {
  readonly plan: ResidualPlan;
  /** Of the plan as it was handed in. */
  readonly planSha256: string;
  readonly protocol: { readonly name: string; readonly revision: number; readonly sha256: string };
  /** Of everything that gates: the protocol with what was given beside it. */
  readonly gatingSha256: string;
  readonly engine: string;
  readonly lot?: string | undefined;
  readonly donor?: string | undefined;
  readonly culture?: string | undefined;
  readonly day?: number | undefined;
  readonly cells?: CellsCounted | undefined;
}

/** A result as an archive keeps it: plain data, with every count. */
export interface KeptResidual extends ResidualOrigin {
  readonly result: Omit<ResidualResult, 'refused'> & {
    readonly refused: readonly { readonly file: string; readonly dataset: number; readonly problem: KeptProblem }[];
  };
}

/** What the tubes of one sample say of it: what one leaves out another may know. */
export function describedBy(tubes: readonly Pick<Tube, 'metadata'>[]): Pick<ResidualOrigin, 'lot' | 'donor' | 'culture' | 'day'> {
  const known = tubes.map(({ metadata }) => metadata);
  const { lot, donor, culture, day } = Object.assign({}, ...known.toReversed()) as Tube['metadata'];
  return { lot, donor, culture, day };
}

/** Whatever a protocol and what was given beside it gate by, as one digest. */
export const gatingDigest = (protocol: object): string => contentDigest(protocol);

export const keepResidual = (origin: ResidualOrigin, result: ResidualResult): KeptResidual => ({
  ...origin,
  result: {
    ...result,
    refused: result.refused.map(({ file, dataset, problem: { code, sentence, values, place } }) => ({
      file,
      dataset,
      problem: { code, sentence, values, place },
    })),
  },
});

/** The result again, with its problems. */
export const keptResult = ({ result }: KeptResidual): ResidualResult =>
  ({
    ...result,
    refused: result.refused.map(({ file, dataset, problem: { code, sentence, values, place } }) => ({
      file,
      dataset,
      problem: new Problem(code, sentence, values, place),
    })),
  }) as ResidualResult;

/** Names a result by everything that decides it: the same plan, gates, tubes, blanks and cells have one result. */
export function residualKey({ result, plan, gatingSha256, engine, lot, donor, culture, day, cells }: KeptResidual): string {
  const ids = (of: readonly { readonly sha256: string; readonly dataset: number }[]) =>
    of.map(({ sha256, dataset }) => `${sha256}:${dataset}`).sort();
  const refused = result.refused.map(({ dataset, problem: { code } }) => `${dataset} ${code}`).sort();
  const of = [ids(result.tubes), ids(result.blanks?.tubes ?? []), refused];
  return contentDigest([contentDigest(plan), gatingSha256, engine, of, lot, donor, culture, day, cells].map((part) => part ?? null));
}

/** Digests of the blanks that a result stands on. */
export const blankDigests = ({ result }: KeptResidual): readonly string[] => (result.blanks?.tubes ?? []).map(({ sha256 }) => sha256);
