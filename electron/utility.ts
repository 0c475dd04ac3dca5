import { Problem } from '../core/base/problem.ts';
import type { Answer } from '../core/contract/bridge.ts';
import { type JobRequest, type UtilityMessage, utilityJobs } from './utility-jobs.ts';

/* The utility process: a Node process without a window. */

const jobs = utilityJobs(
  (progress) => process.parentPort.postMessage({ progress }),
  (verdict) => process.parentPort.postMessage({ verdict }),
);

process.parentPort.on('message', ({ data }: { data: JobRequest }) => {
  // main sends only what `UtilityClient` lets it: the compiler checked the arguments there
  const job = jobs[data.job] as (...args: readonly unknown[]) => Promise<unknown>;
  job(...data.args).then(
    (value) => reply(data.id, { ok: true, value }),
    (error: unknown) => {
      // a bug in one job ends no other: main rejects what waits for it, with its stack
      if (!(error instanceof Problem))
        return send({ id: data.id, bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      const { code, sentence, values, place } = error;
      reply(data.id, { ok: false, problem: { code, sentence, values, place } });
    },
  );
});

const send = (message: UtilityMessage): void => process.parentPort.postMessage(message);
const reply = (id: number, answer: Answer<unknown>): void => send({ id, answer });
