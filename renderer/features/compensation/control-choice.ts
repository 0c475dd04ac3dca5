import type { ControlGates, ValueRange } from '../../../core/data/compensation/control.ts';
import { detectorsOf } from '../../../core/data/compensation/detectors.ts';
import type { ControlMatrix } from '../../../core/data/compensation/matrix-from-controls.ts';
import {
  type ControlLight,
  controlCandidates,
  type RecognisedControls,
  recogniseControls,
} from '../../../core/data/compensation/recognise-controls.ts';
import type { Channel } from '../../../core/data/events/channel.ts';
import type { SampleMetadata } from '../../../core/data/metadata/sample-metadata.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import type { SessionDocument } from '../../../core/study/session/document/session-document.ts';
import type { ChosenTube } from '../../engine/control-calls.ts';
import { sampleAt } from '../../store/document.ts';
import type { SampleKey, SampleResult } from '../../store/state.ts';

/** Which tube is of which detector, and what a person said of it. */
export interface ControlChoice {
  readonly unstained: SampleKey | undefined;
  readonly tubes: ReadonlyMap<string, { readonly key: SampleKey; readonly gates?: ControlGates }>;
  /** Detectors whose rows are taken although they were held back or refused. */
  readonly accepted: ReadonlySet<string>;
}

export const nothingChosen: ControlChoice = { unstained: undefined, tubes: new Map(), accepted: new Set() };

/** A file of the session that can be a control. */
export interface ControlFile {
  readonly id: SampleKey;
  readonly name: string;
  readonly role: SampleMetadata['role'];
  readonly channels: readonly Channel[];
  readonly sha256: string | undefined;
}

export const controlFiles = (results: readonly SampleResult[], document: SessionDocument): readonly ControlFile[] =>
  results.flatMap(({ key, name, facts, sha256 }) => {
    const role = sampleAt(document, key)?.metadata.role;
    return facts === undefined || role === undefined ? [] : [{ id: key, name, role, channels: facts.channels, sha256 }];
  });

/** More files than these are not looked through for controls that nothing calls so. */
const MOST_LOOKED_AT = 40;

/** The controls among the files, by roles, names and light, and the detectors that they are of. */
export async function findControls(
  files: readonly ControlFile[],
  lightOf: (key: SampleKey, detectors: readonly string[]) => Promise<ControlLight>,
): Promise<{ readonly detectors: readonly string[]; readonly found: RecognisedControls }> {
  const candidates = controlCandidates(files).slice(0, MOST_LOOKED_AT);
  const detectors = detectorsOf((candidates[0] ?? files[0])?.channels ?? []);
  const names = detectors.map(({ name }) => name);
  const fitting = candidates.filter(({ channels }) => names.every((name) => channels.some((channel) => channel.name === name)));
  const read = [];
  for (const candidate of fitting) read.push({ ...candidate, light: await lightOf(candidate.id, names) });
  return { detectors: names, found: recogniseControls(read, detectors) };
}

export const choiceOf = ({ tubes, unstained }: RecognisedControls): ControlChoice => ({
  unstained,
  tubes: new Map(tubes.map(({ detector, id }) => [detector, { key: id }])),
  accepted: new Set(),
});

/** A file is the tube of one detector, or unstained; `undefined` takes the detector out of the matrix. */
export function withTube(choice: ControlChoice, detector: string, key: SampleKey | undefined): ControlChoice {
  const others = [...choice.tubes].filter(([name, tube]) => name !== detector && tube.key !== key);
  return {
    unstained: choice.unstained === key ? undefined : choice.unstained,
    tubes: new Map(key === undefined ? others : [...others, [detector, { key }]]),
    accepted: without(choice.accepted, detector),
  };
}

/** Gates of the negatives lie on the unstained tube: with another one they are found anew. */
export const withUnstained = ({ tubes, accepted }: ControlChoice, key: SampleKey | undefined): ControlChoice => ({
  unstained: key,
  tubes: new Map(
    [...tubes].flatMap(([detector, tube]) =>
      tube.key === key
        ? []
        : [[detector, { key: tube.key, ...(tube.gates?.positive && { gates: { positive: tube.gates.positive } }) }] as const],
    ),
  ),
  accepted,
});

/** `undefined` finds the gate from the events again. What was accepted was accepted of other gates. */
export function withGate(choice: ControlChoice, detector: string, which: keyof ControlGates, range: ValueRange | undefined): ControlChoice {
  const tube = choice.tubes.get(detector);
  if (tube === undefined) return choice;
  const gates = { ...tube.gates, [which]: range };
  return { ...choice, tubes: new Map([...choice.tubes, [detector, { ...tube, gates }]]), accepted: without(choice.accepted, detector) };
}

export const withAccepted = (choice: ControlChoice, detector: string, isAccepted: boolean): ControlChoice => ({
  ...choice,
  accepted: isAccepted ? new Set([...choice.accepted, detector]) : without(choice.accepted, detector),
});

const without = (set: ReadonlySet<string>, gone: string): ReadonlySet<string> => new Set([...set].filter((one) => one !== gone));

/** The tubes in the order of the detectors. */
export const chosenTubes = ({ tubes }: ControlChoice, detectors: readonly string[], files: readonly ControlFile[]): readonly ChosenTube[] =>
  detectors.flatMap((detector) => {
    const tube = tubes.get(detector);
    const file = files.find(({ id }) => id === tube?.key);
    return tube === undefined || file === undefined ? [] : [{ detector, key: tube.key, file: file.name, gates: tube.gates }];
  });

type MatrixChoice = Extract<Protocol['compensation'], { use: 'matrix' }>;

/** The matrix as the session keeps it, with what it was computed from; undefined while it is not whole. */
export function matrixChoice(
  name: string,
  result: ControlMatrix,
  tubes: readonly ChosenTube[],
  unstained: SampleKey | undefined,
  files: readonly ControlFile[],
): MatrixChoice | undefined {
  const digestOf = (key: SampleKey) => files.find(({ id }) => id === key)?.sha256;
  const dark = files.find(({ id }) => id === unstained);
  const sources = tubes.map(({ detector, file, key }, i) => ({
    detector,
    file,
    sha256: digestOf(key) ?? '',
    ...definite(result.gates[i] ?? {}),
  }));
  if (!result.isWhole || sources.some(({ sha256 }) => sha256 === '')) return undefined;
  return {
    use: 'matrix',
    channels: [...result.detectors],
    matrix: result.matrix.map((row) => row.map((value) => value ?? 0)),
    name,
    source: {
      tubes: sources,
      ...(dark?.sha256 !== undefined && { unstained: { file: dark.name, sha256: dark.sha256 } }),
      accepted: result.rows.filter(({ isAccepted }) => isAccepted).map(({ detector }) => detector),
    },
  };
}

const definite = ({ positive, negative }: ControlGates) => ({
  ...(positive && { positive: { ...positive } }),
  ...(negative && Number.isFinite(negative.max - negative.min) && { negative: { ...negative } }),
});
