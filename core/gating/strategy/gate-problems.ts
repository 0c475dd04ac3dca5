import type { Sentence } from '../../base/message.ts';
import { Problem } from '../../base/problem.ts';
import type { PopulationNode } from './strategy.ts';

const namesOf = (populations: readonly PopulationNode[]): string => populations.map(({ name }) => name).join(', ');

/** A sentence in each language; `isWhole` where it says all, as for a channel that a document names itself. */
export type WhyAbsent = (dimension: string) => (Sentence & { readonly isWhole?: true }) | undefined;

/** A gate needs what no channel of the file is; with why what seems to be it is not. */
export function absentMarker(missing: readonly string[], populations: readonly PopulationNode[], whyAbsent: WhyAbsent): Problem {
  const reasons = missing.flatMap((dimension) => whyAbsent(dimension) ?? []);
  const [why, whyJa] = [reasons.map(({ en }) => en).join(' '), reasons.map(({ ja }) => ja).join('')];
  const values = { missing: missing.join(', '), gate: namesOf(populations) };
  if (reasons.length > 0 && reasons.every(({ isWhole }) => isWhole))
    return new Problem('marker-absent', ofDocument, { ...values, why, whyJa });
  return reasons.length === 0
    ? new Problem('marker-absent', noChannel, values)
    : new Problem('marker-absent', refusedChannel, { ...values, why, whyJa });
}

const ofDocument = {
  en: 'The gate "{gate}" is not counted. {why}',
  ja: 'ゲート「{gate}」は計数しません。{whyJa}',
};
const noChannel = {
  en: 'No channel of this file fits {missing}, which the gate "{gate}" needs; name the channel in the protocol\'s panel.',
  ja: 'ゲート「{gate}」に必要な{missing}に当たるチャンネルがありません。プロトコルのパネルでチャンネルを指定してください。',
};
const refusedChannel = {
  en: 'The gate "{gate}" has no channel for {missing} unless the protocol\'s panel names it. {why}',
  ja: 'ゲート「{gate}」に必要な{missing}のチャンネルが決まりません(プロトコルのパネルで指定できます)。{whyJa}',
};

export const unknownPopulation = (path: string): Problem =>
  new Problem(
    'population-unknown',
    {
      en: 'A boolean gate names the population "{path}", which is not in the strategy.',
      ja: 'ブーリアンゲートの参照先「{path}」が階層にありません。',
    },
    { path },
    { path },
  );

export const circularGates = (path: string): Problem =>
  new Problem(
    'gates-circular',
    {
      en: 'The population "{path}" is defined by itself, through the gates that it refers to.',
      ja: '集団「{path}」が、参照先のゲートを通じて自分自身で定義されています。',
    },
    { path },
    { path },
  );

export const unmappableGate = (populations: readonly PopulationNode[], kind: string): Problem =>
  new Problem(
    'gate-unmappable',
    {
      en: 'The gate "{gate}" ({kind}) is given in linear values, but has no counterpart of its kind on a curved scale.',
      ja: 'ゲート「{gate}」({kind})は線形値で与えられていますが、曲がった軸の上では同じ種類のゲートになりません。',
    },
    { gate: namesOf(populations), kind },
  );

/** Undefined where something is refused that will be refused again in its own place. */
export function unlessRefused<T>(get: () => T): T | undefined {
  try {
    return get();
  } catch (error) {
    if (error instanceof Problem) return undefined;
    throw error;
  }
}
