/** As much of an AbortSignal as work that may be given up asks of it; a browser's and Node's both fit, and so does a flag in shared memory. */
export interface CancelSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}
