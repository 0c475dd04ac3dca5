import { type UtilityProcess, utilityProcess } from 'electron';
import type { ArchiveProgress } from '../core/contract/archive-calls.ts';
import { type Answer, answeredValue } from '../core/contract/bridge.ts';
import type { JobName, JobRequest, UtilityJobs } from './utility-jobs.ts';

export interface UtilityClient {
  run<J extends JobName>(job: J, ...args: Parameters<UtilityJobs[J]>): ReturnType<UtilityJobs[J]>;
  stop(): void;
}

interface Waiting {
  readonly resolve: (answer: Answer<unknown>) => void;
  readonly reject: (error: Error) => void;
}

/** Runs jobs in the utility process, which is started with the first one and again after it died. */
export function createUtility(program: string, onProgress: (progress: ArchiveProgress) => void): UtilityClient {
  const waiting = new Map<number, Waiting>();
  let child: UtilityProcess | undefined;
  let count = 0;

  function start(): UtilityProcess {
    const started = utilityProcess.fork(program, [], { serviceName: 'Lymphoscope headless work' });
    started.on('message', (message: { id: number; answer: Answer<unknown> } | { progress: ArchiveProgress }) => {
      if ('progress' in message) return onProgress(message.progress);
      const { id, answer } = message;
      waiting.get(id)?.resolve(answer);
      waiting.delete(id);
    });
    started.on('exit', (code) => {
      child = undefined;
      for (const { reject } of waiting.values()) reject(new Error(`the utility process ended with code ${code}`));
      waiting.clear();
    });
    return started;
  }

  async function ask(job: JobName, args: readonly unknown[]): Promise<unknown> {
    child ??= start();
    const request: JobRequest = { id: ++count, job, args };
    return new Promise<Answer<unknown>>((resolve, reject) => {
      waiting.set(request.id, { resolve, reject });
      child?.postMessage(request);
    }).then(answeredValue);
  }

  return {
    // the answer to this very request
    run: <J extends JobName>(job: J, ...args: Parameters<UtilityJobs[J]>) => ask(job, args) as ReturnType<UtilityJobs[J]>,
    stop: () => void child?.kill(),
  };
}
