import { Problem } from '../core/base/problem.ts';
import { type Answer, type BridgeHandlers, bridgeCalls, type CallName, callNames } from '../core/contract/bridge.ts';
import { isStartUrl } from './is-app-url.ts';

/** The part of `ipcMain` that this file uses; the only file that does. */
export interface Door {
  handle(call: string, listener: (event: { readonly senderFrame: Sender | null }, ...args: unknown[]) => Promise<unknown>): void;
}

export interface Sender {
  readonly url: string;
  readonly parent: unknown;
}

/**
 * Opens the one door from the window: the sender must be the app's own top page, the arguments must fit the contract.
 * A `Problem` crosses as an answer; a refusal or a bug rejects.
 */
export function serveBridge(door: Door, handlers: BridgeHandlers): void {
  for (const call of callNames) {
    door.handle(call, async ({ senderFrame }, ...args) => {
      if (senderFrame === null || senderFrame.parent !== null || !isStartUrl(senderFrame.url)) throw new Error(`${call}: refused sender`);
      return answer(handlers, call, args);
    });
  }
}

async function answer(handlers: BridgeHandlers, call: CallName, args: readonly unknown[]): Promise<Answer<unknown>> {
  const parsed = bridgeCalls[call].args.safeParse(args);
  if (!parsed.success) throw new Error(`${call}: arguments refused at ${parsed.error.issues[0]?.path.join('.')}`);
  // parsed by the schema of this very call, which the compiler cannot follow through the union
  const handler = handlers[call] as (...checked: readonly unknown[]) => Promise<unknown>;
  try {
    return { ok: true, value: await handler(...parsed.data) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { code, sentence, values, place } = error;
    return { ok: false, problem: { code, sentence, values, place } };
  }
}
