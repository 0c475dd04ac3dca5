import type { JobContext } from '../../core/base/workers/job-table.ts';
import { digestFileAndData } from '../../core/data/fcs/read/digest.ts';
import { openDataset, type ReadSampleOptions } from '../../core/study/sample/raw-sample.ts';
import { openFile } from '../files/file-source.ts';
import { createSha256 } from '../host/host.ts';

export interface DigestArgs extends Pick<ReadSampleOptions, 'dataset' | 'mode'> {
  readonly file: string;
}

export const digestJobs = {
  /** Nothing: the thread is there. */
  async ready(_: null): Promise<void> {},

  /** Of a whole file and of the events of one data set. */
  async digestFile(
    { file, ...options }: DigestArgs,
    { signal }: Partial<JobContext> = {},
  ): Promise<{ sha256: string; dataSha256: string }> {
    const source = await openFile(file);
    try {
      const { dataset } = await openDataset(source, options);
      const { file: sha256, data } = await digestFileAndData(source, [dataset], createSha256, signal);
      return { sha256, dataSha256: data[0] ?? '' };
    } finally {
      await source.close();
    }
  },
};
