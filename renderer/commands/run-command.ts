import type { CommandId } from '../../core/contract/commands.ts';
import type { AppContext } from '../context/app-context.ts';

/** Does a command where it makes sense now; false where it does not. */
export function runCommand(app: AppContext, id: CommandId): boolean {
  const { perform, when } = app.commands[id];
  if (when?.(app.store.getState()) === false) return false;
  void perform(app);
  return true;
}
