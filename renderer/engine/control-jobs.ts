import type { JobContext } from '../../core/base/workers/job-table.ts';
import type { ControlGates } from '../../core/data/compensation/control.ts';
import { type ControlMatrix, matrixFromControls } from '../../core/data/compensation/matrix-from-controls.ts';
import { type ControlLight, controlLight } from '../../core/data/compensation/recognise-controls.ts';
import { axisOf, BINS, binOf, type PlotAxis } from '../../core/statistics/histograms/plot-data.ts';
import { controlEvents } from '../../core/study/sample/read-control.ts';
import { type SampleArgs, withPrepared } from './kept-samples.ts';
import { type SharedSample, tableOf } from './shared-sample.ts';

/** A tube in its own detector, and the unstained control on the same axis; values as measured, without compensation. */
export interface ControlHistogram {
  readonly axis: PlotAxis;
  /** Events in each bin of the axis. */
  readonly tube: Uint32Array;
  readonly unstained: Uint32Array | undefined;
}

/** Single stains: how bright they are, what matrix follows from them. */
export const controlJobs = {
  async controlLight({
    sample,
    detectors,
  }: {
    readonly sample: SharedSample;
    readonly detectors: readonly string[];
  }): Promise<ControlLight> {
    return controlLight(controlEvents(tableOf(sample), detectors));
  },

  async controlMatrix({ tubes, unstained, accepted }: ControlArgs, { throwIfCancelled }: JobContext): Promise<ControlMatrix> {
    const detectors = tubes.map(({ detector }) => detector);
    const read = tubes.map(({ sample, ...tube }) => {
      throwIfCancelled();
      return { ...tube, ...controlEvents(tableOf(sample), detectors) };
    });
    const universal = unstained && controlEvents(tableOf(unstained), detectors);
    throwIfCancelled();
    return matrixFromControls(detectors, read, universal, new Set(accepted));
  },

  /** Undefined where the tube lacks the detector. */
  async controlHistogram({
    detector,
    unstained,
    ...args
  }: SampleArgs & { readonly detector: string; readonly unstained: SharedSample | undefined }): Promise<ControlHistogram | undefined> {
    return withPrepared(
      { ...args, key: `${args.key} measured`, protocol: { ...args.protocol, compensation: { use: 'none' } } },
      (prepared) => {
        const channel = prepared.channel(detector);
        if (channel === undefined) return undefined;
        const axis = axisOf(channel, prepared.columns);
        const count = (sample: SharedSample): Uint32Array => {
          const counts = new Uint32Array(BINS);
          for (const value of controlEvents(tableOf(sample), [detector]).columns[0]!) {
            const bin = binOf(channel.scale.scale(value), axis);
            if (bin >= 0) counts[bin]! += 1;
          }
          return counts;
        };
        return { axis, tube: count(args.sample), unstained: unstained && count(unstained) };
      },
    );
  },
};

export interface ControlArgs {
  readonly tubes: readonly ControlTube[];
  readonly unstained: SharedSample | undefined;
  readonly accepted: readonly string[];
}

interface ControlTube {
  readonly detector: string;
  readonly file: string;
  readonly sample: SharedSample;
  readonly gates: ControlGates | undefined;
}
