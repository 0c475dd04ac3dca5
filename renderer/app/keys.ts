import { commandIds, declarationOf } from '../../core/contract/commands.ts';
import { runCommand } from '../commands/run-command.ts';
import type { AppContext } from '../context/app-context.ts';

/** Keys of the whole window. None fires while an input method composes; in a text field only those with a modifier that text has no use for. */
export function listenToKeys(app: AppContext): () => void {
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return;
    const pressed = keyOf(event, app.mac);
    if (isText(event.target) && !leaves.test(pressed) && (!pressed.startsWith('mod+') || editing.has(pressed))) return;
    // what is marked on the page is copied as text
    if (pressed === 'mod+c' && getSelection()?.isCollapsed === false) return;
    if (app.store.getState().view.dialog !== undefined) return;
    const command = commandIds.find((id) => declarationOf(id).keys?.includes(pressed));
    if (command === undefined) return;
    // the menu has the same keys: what was done here is not done again there
    event.preventDefault();
    runCommand(app, command);
  };
  addEventListener('keydown', onKeyDown);
  return () => removeEventListener('keydown', onKeyDown);
}

/** Keys that lead out of a text field too. */
const leaves = /^(shift\+)?F[67]$/;

/** Keys that a text field needs for itself. */
const editing: ReadonlySet<string> = new Set(['mod+z', 'mod+shift+z', 'mod+y', 'mod+a', 'mod+c', 'mod+v', 'mod+x']);

export const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;

function keyOf(event: KeyboardEvent, mac: boolean): string {
  const mod = mac ? event.metaKey : event.ctrlKey;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const shift = event.shiftKey && key !== '?';
  return [mod && 'mod', event.altKey && 'alt', shift && 'shift', key].filter(Boolean).join('+');
}
