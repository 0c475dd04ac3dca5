import type { WrittenDocument } from '../gating-ml/write-gating-ml.ts';
import { nameOutside } from '../strategy/population-names.ts';
import { newWorkspace, type SampleForWorkspace } from './new-workspace.ts';
import { withoutCombinations } from './plain-combinations.ts';
import { writeWorkspace } from './write-workspace.ts';

/** Samples as a workspace that FlowJo 10 and 11 read alike, and what it holds otherwise or not at all. */
export function exportWorkspace(samples: readonly SampleForWorkspace[]): WrittenDocument {
  const plain = samples.map((sample) => {
    const { strategy, moved, notes } = withoutCombinations(sample.strategy.strategy);
    const counts = new Map([...sample.counts].map(([path, count]) => [moved.get(path) ?? path, count]));
    return { sample: { ...sample, counts, strategy: { ...sample.strategy, strategy } }, notes };
  });
  const { text, notes } = writeWorkspace(newWorkspace(plain.map(({ sample }) => sample)));
  const said = plain.flatMap(({ sample, notes: own }) =>
    own.map((note) => ({ ...note, about: `${sample.name}: ${nameOutside(note.about)}` })),
  );
  return { text, notes: [...said, ...notes] };
}
