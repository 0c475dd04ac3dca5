import type { BridgeHandlers } from '../core/contract/bridge.ts';
import { archiveHandlers } from './archive-handlers.ts';
import { createArchivePlaces } from './archive-places.ts';
import { fileHandlers } from './file-handlers.ts';
import type { HandlerTools } from './handler-tools.ts';
import { isThere } from './open-checks.ts';
import { preferenceHandlers, preferencesOf } from './preference-handlers.ts';
import { sessionAnchors } from './session-anchors.ts';
import { autosaveIn, sessionHandlers } from './session-handlers.ts';

/** What main does for the window, call by call. */
export function createHandlers(tools: HandlerTools): BridgeHandlers {
  const places = createArchivePlaces(tools);
  return {
    ...appHandlers(tools),
    ...preferenceHandlers(tools),
    ...fileHandlers(tools),
    ...sessionHandlers(tools, sessionAnchors(tools, places)),
    ...archiveHandlers(tools, places),
  };
}

type AppCalls = 'appInfo' | 'revealFile' | 'setUnsaved' | 'closeWindow';

const appHandlers = (tools: HandlerTools): Pick<BridgeHandlers, AppCalls> => ({
  appInfo: async () => ({
    ...tools.about,
    language: tools.language(),
    preferences: preferencesOf(tools),
    autosave: await isThere(autosaveIn(tools.userFolder)),
  }),
  async revealFile(token) {
    tools.reveal(tools.tokens.knownPath(token));
    return null;
  },
  async setUnsaved(unsaved) {
    tools.setUnsaved(unsaved);
    return null;
  },
  async closeWindow() {
    tools.closeWindow();
    return null;
  },
});
