import { contentDigest } from '../../../core/base/chain/chain.ts';
import { Problem } from '../../../core/base/problem.ts';
import type { Protocol } from '../../../core/study/protocol/protocol.ts';
import { cellsOfTubes } from '../../../core/study/residual/cells-of-tubes.ts';
import { noDay } from '../../../core/study/residual/kept-days.ts';
import { measureResidual } from '../../../core/study/residual/measure-residual.ts';
import type { ResidualPlan } from '../../../core/study/residual/residual-plan.ts';
import type { Tube } from '../../../core/study/residual/tube.ts';
import { countTubes } from '../../../core/study/sample/count-tubes.ts';
import type { SampleAnalysis } from '../../../core/study/sample/sample-analysis.ts';
import type { SessionDocument } from '../../../core/study/session/document/session-document.ts';
import { strategyOf } from '../../../core/study/session/session-strategy.ts';
import type { AppContext } from '../../context/app-context.ts';
import { isCurrent, sampleAt } from '../../store/document.ts';
import type { CountedDay, CountedFrom, SubjectCount } from '../../store/residual-state.ts';
import type { Subject } from './subjects.ts';

type Fault = SubjectCount['failed'][number];

/** Counts a subject day by day, by the gates of each day's largest tube, as the command line does; one tube at a time: columns take memory. */
export async function countSubject(
  { engine, store }: Pick<AppContext, 'engine' | 'store'>,
  subject: Subject,
  plan: ResidualPlan,
  {
    signal,
    onCounted,
    known,
  }: {
    readonly signal: AbortSignal;
    readonly onCounted: (done: number) => void;
    /** What was counted before: where only what is said of samples has changed, nothing is gated again. */
    readonly known?: SubjectCount | undefined;
  },
): Promise<SubjectCount> {
  const failed: Fault[] = [];
  const byDay = new Map<number | undefined, CountedFrom[]>();
  const hasDays = subject.tubes.some(({ makers }) => makers.metadata.day !== undefined);
  for (const tube of subject.tubes) {
    const { day } = tube.makers.metadata;
    if (hasDays && day === undefined) failed.push({ file: tube.name, problem: new Problem('residual-no-day', noDay, { file: tube.name }) });
    else byDay.set(day, [...(byDay.get(day) ?? []), tube]);
  }
  const document = store.getState().session.history.present;
  const setAside: SubjectCount['setAside'][number][] = [];
  let done = 0;
  const days: CountedDay[] = [];
  for (const [day, tubes] of byDay) {
    const files = [...tubes].sort((a, b) => b.size - a.size);
    const largest = files[0]?.name ?? '';
    const others = [...files.slice(1), ...subject.blanks].filter(({ key }) => hasOwnGates(document, key, plan));
    setAside.push(...others.map(({ name }) => ({ file: name, largest })));
    const before = sameGates(known, { plan, files, blanks: subject.blanks });
    if (before !== undefined) {
      done += files.length + subject.blanks.length;
      days.push(dayOf(day, plan, { ...before, tubes: before.tubes.map((tube) => describedAnew(tube, files)) }));
      continue;
    }
    let protocol: CountedDay['protocol'] | undefined;
    const gate = async (chosen: readonly CountedFrom[], hold: (protocol: Protocol) => Protocol) => {
      const gated = [];
      for (const file of chosen) {
        try {
          const analysis = await gateBy(file, hold(file.makers.protocol));
          protocol ??= analysis.protocol;
          gated.push({ file: file.name, analysis });
        } catch (error) {
          gated.push({ fault: faultOf(file.name, error) });
        }
        done += 1;
        onCounted(done);
      }
      return gated;
    };
    const counted = await countTubes<CountedFrom, Fault>({ files, blanks: subject.blanks }, plan, { gate, faultOf });
    failed.push(...counted.failed);
    if (protocol !== undefined && counted.tubes.length > 0)
      days.push(dayOf(day, plan, { ...counted, protocol, keys: files.map(({ key }) => key) }));
  }
  return { plan, planSha256: contentDigest(plan), of: [...subject.tubes, ...subject.blanks], days, failed, setAside };

  /** The analysis that the window holds is taken where it is by these very gates. */
  async function gateBy({ key, makers }: CountedFrom, protocol: Protocol): Promise<SampleAnalysis> {
    const held = store.getState().results.samples.get(key)?.analysis;
    if (protocol === makers.protocol && isCurrent(held, makers) && held !== undefined) return held.value;
    return engine.gateBy(key, protocol, signal);
  }
}

/** The day that was counted of the very same files by the same gates, whatever is said of the samples now. */
function sameGates(
  known: SubjectCount | undefined,
  { plan, files, blanks }: { readonly plan: ResidualPlan; readonly files: readonly CountedFrom[]; readonly blanks: readonly CountedFrom[] },
): CountedDay | undefined {
  if (known?.plan !== plan) return undefined;
  const isSame = ({ key, makers }: CountedFrom) =>
    known.of.some((was) => was.key === key && was.makers.sha256 === makers.sha256 && was.makers.protocol === makers.protocol);
  const wasBlank = known.of.filter(({ makers }) => makers.metadata.role !== 'sample').map(({ key }) => key);
  if (![...files, ...blanks].every(isSame) || blanks.map(({ key }) => key).join() !== wasBlank.join()) return undefined;
  return known.days.find(
    ({ keys, tubes, blanks: of }) =>
      keys.join() === files.map(({ key }) => key).join() && tubes.length === files.length && of.length === blanks.length,
  );
}

const describedAnew = (tube: Tube, files: readonly CountedFrom[]): Tube => ({
  ...tube,
  metadata: files.find(({ makers }) => makers.sha256 === tube.sha256)?.makers.metadata ?? tube.metadata,
});

/** Whether a person placed a gate for this very sample where all are counted by those of the largest tube. */
function hasOwnGates(document: SessionDocument, key: string, { denominator }: ResidualPlan): boolean {
  const sample = sampleAt(document, key);
  if (sample === undefined) return false;
  return [...strategyOf(document, sample).overriddenPopulations].some(
    ([path, { group }]) => group === undefined && path.startsWith(`${denominator}/`),
  );
}

const dayOf = (
  day: number | undefined,
  plan: ResidualPlan,
  { tubes, blanks, protocol, keys }: Pick<CountedDay, 'tubes' | 'blanks' | 'protocol' | 'keys'>,
): CountedDay => ({
  ...{ day, tubes, blanks, protocol, keys },
  result: measureResidual(plan, tubes, blanks),
  count: cellsOfTubes(tubes, plan),
});

function faultOf(file: string, error: unknown): Fault {
  if (error instanceof Problem) return { file, problem: error };
  throw error;
}
