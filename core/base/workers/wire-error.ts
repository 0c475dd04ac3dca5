import { asProblem } from '../as-problem.ts';
import type { Sentence, Values } from '../message.ts';
import { type Place, Problem } from '../problem.ts';
import { JobCancelled } from './cancelled.ts';

/** An error as plain data: a class does not survive the way between threads, so each kind is taken apart and built again. */
export type WireError =
  | { readonly kind: 'problem'; readonly code: string; readonly sentence: Sentence; readonly values: Values; readonly place: Place }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'bug'; readonly name: string; readonly message: string; readonly stack: string | undefined };

export function packError(error: unknown): WireError {
  if (error instanceof Problem) {
    const { code, sentence, values, place } = error;
    return { kind: 'problem', code, sentence, values, place };
  }
  if (error instanceof JobCancelled) return { kind: 'cancelled' };
  if (error instanceof Error) return { kind: 'bug', name: error.name, message: error.message, stack: error.stack };
  return { kind: 'bug', name: 'Error', message: String(error), stack: undefined };
}

/** A bug is a problem of the job that met it; the stack of its cause is the worker's: where it happened, not where it was reported. */
export function unpackError(packed: WireError): Problem | JobCancelled {
  if (packed.kind === 'problem') return new Problem(packed.code, packed.sentence, packed.values, packed.place);
  if (packed.kind === 'cancelled') return new JobCancelled();
  const error = new Error(packed.message);
  error.name = packed.name;
  if (packed.stack !== undefined) error.stack = packed.stack;
  return asProblem(error);
}
