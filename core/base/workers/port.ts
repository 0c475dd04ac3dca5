/**
 * One end of a line to a worker: all that differs between Node's threads, a browser's workers and a test's channel.
 * Messages arrive in order. `onClose` tells once that the other end is gone, with the error that took it if there was one.
 */
export interface Port<Sent, Received> {
  readonly send: (message: Sent) => void;
  readonly onMessage: (listener: (message: Received) => void) => void;
  readonly onClose: (listener: (error?: unknown) => void) => void;
  readonly close: () => void;
}
