import type { Pool } from '../../core/base/workers/pool.ts';
import type { ControlGates } from '../../core/data/compensation/control.ts';
import type { ControlMatrix } from '../../core/data/compensation/matrix-from-controls.ts';
import type { ControlLight } from '../../core/data/compensation/recognise-controls.ts';
import type { SampleKey } from '../store/state.ts';
import type { ControlHistogram } from './control-jobs.ts';
import type { EngineJobs } from './jobs.ts';
import type { SampleArgs } from './kept-samples.ts';

/** A tube of single stain as a person chose it. */
export interface ChosenTube {
  readonly detector: string;
  readonly key: SampleKey;
  readonly file: string;
  readonly gates: ControlGates | undefined;
}

/** What is asked about single stains; their columns are read again if they were let go of. */
export interface ControlCalls {
  readonly controlLight: (key: SampleKey, detectors: readonly string[], signal: AbortSignal) => Promise<ControlLight>;
  /** The newest call wins. */
  readonly controlMatrix: (
    tubes: readonly ChosenTube[],
    unstained: SampleKey | undefined,
    accepted: readonly string[],
  ) => Promise<ControlMatrix>;
  readonly controlHistogram: (key: SampleKey, unstained: SampleKey | undefined, detector: string) => Promise<ControlHistogram | undefined>;
}

export const controlCalls = (
  pool: Pool<EngineJobs>,
  argsOf: (key: SampleKey, signal?: AbortSignal) => Promise<SampleArgs>,
): ControlCalls => {
  const sampleOf = async (key: SampleKey | undefined) => (key === undefined ? undefined : (await argsOf(key)).sample);
  return {
    async controlLight(key, detectors, signal) {
      const { sample } = await argsOf(key, signal);
      return pool.run('controlLight', { sample, detectors }, { signal, priority: 8 });
    },
    async controlMatrix(tubes, unstained, accepted) {
      const read = [];
      for (const { key, ...tube } of tubes) read.push({ ...tube, sample: (await argsOf(key)).sample });
      return pool.runLatest(
        'control-matrix',
        'controlMatrix',
        { tubes: read, unstained: await sampleOf(unstained), accepted },
        { priority: 9 },
      );
    },
    async controlHistogram(key, unstained, detector) {
      const { key: affinity, sample, protocol } = await argsOf(key);
      const args = { key: affinity, sample, protocol, unstained: await sampleOf(unstained), detector };
      return pool.runLatest('control-histogram', 'controlHistogram', args, { affinity, priority: 12 });
    },
  };
};
