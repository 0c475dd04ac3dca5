import { Problem } from '../../core/base/problem.ts';
import { JobCancelled } from '../../core/base/workers/cancelled.ts';
import { type Answer, answeredValue, type Bridge } from '../../core/contract/bridge.ts';
import type { CommandId } from '../../core/contract/commands.ts';
import type { Stamp } from '../../core/study/session/document/group.ts';
import type { Engine } from '../engine/engine.ts';
import type { NoticeContent } from '../store/notice-content.ts';
import type { State, WindowNotice } from '../store/state.ts';
import { type Store, setView } from '../store/store.ts';
import type { IconName } from '../ui/icons.ts';

/** What the window works with: handed to whatever a person can do. */
export interface AppContext {
  readonly store: Store;
  readonly engine: Engine;
  readonly bridge: Bridge<File>;
  /** The account that works here. */
  readonly user: string;
  readonly mac: boolean;
  readonly commands: Commands;
}

/** How a command is done; its words and keys are in core/contract/commands.ts. */
export interface Command {
  readonly perform: (app: AppContext) => unknown;
  /** Whether it makes sense now; left out where it always does. */
  readonly when?: (state: State) => boolean;
  /** Of a switch, or of one of several choices: whether it is on. */
  readonly isOn?: (state: State) => boolean;
  readonly icon?: IconName;
}

export type Commands = { readonly [C in CommandId]: Command };

export const ask = async <T>(answer: Promise<Answer<T>>): Promise<T> => answeredValue(await answer);

/** Who works here, for audit trails and signatures: the person's own name beside the account, or the account alone. */
export function whoWorks({ store, user }: Pick<AppContext, 'store' | 'user'>): string {
  const { name } = store.getState().preferences.own;
  return name === undefined ? user : `${name} (${user})`;
}

export const stampOf = (app: Pick<AppContext, 'store' | 'user'>): Stamp => ({ at: new Date().toISOString(), by: whoWorks(app) });

let notices = 0;

/** A sentence that stays until it is dismissed. The same one is not said twice. */
export function notify(
  { store }: Pick<AppContext, 'store'>,
  notice: NoticeContent,
  more: Partial<Pick<WindowNotice, 'kind' | 'about' | 'salvage'>> = {},
): void {
  const known = store.getState().view.notices.filter((other) => other.code !== notice.code || other.about !== more.about);
  const { sentence, values = {}, code, place = {} } = notice;
  const added: WindowNotice = { id: ++notices, kind: 'problem', sentence, values, place, ...(code === undefined ? {} : { code }), ...more };
  setView(store, { notices: [...known, added].slice(-4) });
}

/** Does something that may meet bad input: a Problem becomes a notice, a cancellation nothing; a bug goes on. Undefined where it failed. */
export async function attempt<T>(app: Pick<AppContext, 'store'>, work: () => Promise<T>, about?: string): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) notify(app, error, about === undefined ? {} : { about });
    else if (!(error instanceof JobCancelled) && !isAbort(error)) throw error;
    return undefined;
  }
}

export const isAbort = (error: unknown): boolean => error instanceof Error && error.name === 'AbortError';
