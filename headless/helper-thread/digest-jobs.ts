import type { JobContext } from '../../core/base/workers/job-table.ts';
import { type ByteIdentity, identifySample, type ReadSampleOptions } from '../../core/study/sample/raw-sample.ts';
import { openFile } from '../files/file-source.ts';
import { createSha256 } from '../host/host.ts';

export interface DigestArgs extends Pick<ReadSampleOptions, 'dataset' | 'mode'> {
  readonly file: string;
}

export const digestJobs = {
  /** What a file and one of its data sets are by their bytes. */
  async identify({ file, ...options }: DigestArgs, { signal }: Partial<JobContext> = {}): Promise<ByteIdentity> {
    const source = await openFile(file);
    try {
      return await identifySample(source, createSha256, { ...options, ...(signal === undefined ? {} : { signal }) });
    } finally {
      await source.close();
    }
  },
};
