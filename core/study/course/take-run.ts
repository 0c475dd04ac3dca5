import type { Composition } from '../../biology/features/composition.ts';
import type { Observation } from './observation.ts';
import { type LeftOut, type Taken, takenBy } from './taken.ts';

/** A run of blood of a donor with what its standing result says. */
export interface BloodRun {
  readonly id: string;
  readonly name: string;
  readonly on: string | undefined;
  readonly protocol: { readonly name: string; readonly revision: number };
  readonly composition: Composition | undefined;
}

const kinds = [
  ['nk', 'nk-percent'],
  ['t', 't-percent'],
] as const;

/** NK and T cells of a run in percent, with their counting intervals. Another protocol or revision is another method. */
export function takeRun(donor: string, { id, name, on, protocol, composition }: BloodRun): Taken {
  const leave = (why: LeftOut['why']): Taken => ({ observations: [], left: [{ source: name, why }] });
  if (composition === undefined) return leave('not-valid');
  if (on === undefined) return leave('no-date');
  const of = composition.denominator.split('/').at(-1) ?? '';
  const observations = kinds.flatMap(([role, kind]): readonly Observation[] => {
    const part = composition.parts.find((one) => one.role === role);
    if (part === undefined) return [];
    const { low, high } = part.interval;
    return [
      {
        ...{ id: `${kind} ${id}`.slice(0, 100), donor, kind, on, value: part.percent, low, high },
        ...{ method: `${protocol.name}, r${protocol.revision}, ${of}`, source: name, by: takenBy },
      },
    ];
  });
  return { observations, left: [] };
}
