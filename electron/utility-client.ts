import { type UtilityProcess, utilityProcess } from 'electron';
import { Problem } from '../core/base/problem.ts';
import type { ArchiveProgress } from '../core/contract/archive-calls.ts';
import { type Answer, answeredValue } from '../core/contract/bridge.ts';
import type { FileVerdict } from '../headless/archive/watch-verdicts.ts';
import type { JobName, JobRequest, UtilityJobs, UtilityMessage } from './utility-jobs.ts';

export interface UtilityClient {
  run<J extends JobName>(job: J, ...args: Parameters<UtilityJobs[J]>): ReturnType<UtilityJobs[J]>;
  stop(): void;
}

interface Waiting {
  readonly resolve: (answer: Answer<unknown>) => void;
  readonly job: JobName;
  readonly reject: (error: Error) => void;
}

/** Runs jobs in the utility process, which is started with the first one and again after it died. */
export function createUtility(
  program: string,
  name: string,
  settings: string,
  onProgress: (progress: ArchiveProgress) => void,
  onVerdict: (verdict: FileVerdict) => void,
): UtilityClient {
  const waiting = new Map<number, Waiting>();
  let child: UtilityProcess | undefined;
  let count = 0;

  function start(): UtilityProcess {
    const started = utilityProcess.fork(program, [], {
      serviceName: `Lymphoscope ${name}`,
      env: { ...process.env, LYMPHOSCOPE_SETTINGS: settings },
    });
    started.on('message', (message: UtilityMessage) => {
      if ('progress' in message) return onProgress(message.progress);
      if ('verdict' in message) return onVerdict(message.verdict);
      const asked = waiting.get(message.id);
      waiting.delete(message.id);
      if ('bug' in message) asked?.reject(new Error(message.bug));
      else asked?.resolve(message.answer);
    });
    started.on('exit', (code) => {
      child = undefined;
      for (const { reject, job } of waiting.values()) reject(new Problem('work-ended', workEnded, { job, code }));
      waiting.clear();
    });
    return started;
  }

  async function ask(job: JobName, args: readonly unknown[]): Promise<unknown> {
    child ??= start();
    const request: JobRequest = { id: ++count, job, args };
    return new Promise<Answer<unknown>>((resolve, reject) => {
      waiting.set(request.id, { job, resolve, reject });
      child?.postMessage(request);
    }).then(answeredValue);
  }

  return {
    // the answer to this very request
    run: <J extends JobName>(job: J, ...args: Parameters<UtilityJobs[J]>) => ask(job, args) as ReturnType<UtilityJobs[J]>,
    stop: () => void child?.kill(),
  };
}

/** A process that ends by itself met damage that its libraries do not survive: one byte in a database can do that. */
const workEnded = {
  en: 'The part of the program that was at work ({job}) ended unexpectedly (code {code}); nothing half was stored. Where it was about an archive, it may be damaged: `lymphoscope archive check` names where.',
  ja: '処理中のプロセス({job})が予期せず終了しました(コード {code})。途中の内容は保存されていません。アーカイブに関する処理の場合は破損の可能性があります。`lymphoscope archive check` で箇所を確認してください。',
};
