import type { AppContext, Commands } from '../../context/app-context.ts';
import { hasSamples } from '../../store/document.ts';
import type { State } from '../../store/state.ts';
import { setView } from '../../store/store.ts';
import { chosenKeys, moveGroup, putIntoGroup, removeGroup, shownGroupOf, takeOutOfGroup } from './actions.ts';

const isShown = (state: State): boolean => shownGroupOf(state) !== undefined;

/** With the group whose samples are listed. */
const withGroup =
  (action: (app: AppContext, id: string) => unknown): ((app: AppContext) => unknown) =>
  (app) => {
    const group = shownGroupOf(app.store.getState());
    return group !== undefined && action(app, group.id);
  };

const placeOf = ({ session, view }: State): number => session.history.present.groups.findIndex(({ id }) => id === view.group);

export const groupCommands = {
  'group.new': { perform: ({ store }) => setView(store, { dialog: 'group', editedGroup: undefined }), when: hasSamples, icon: 'plus' },
  'group.edit': {
    perform: withGroup(({ store }, id) => setView(store, { dialog: 'group', editedGroup: id })),
    when: isShown,
    icon: 'pencil',
  },
  'group.remove': { perform: withGroup(removeGroup), when: isShown, icon: 'trash' },
  'group.earlier': { perform: withGroup((app, id) => moveGroup(app, id, -1)), when: (state) => placeOf(state) > 0 },
  'group.later': {
    perform: withGroup((app, id) => moveGroup(app, id, 1)),
    when: (state) => isShown(state) && placeOf(state) < state.session.history.present.groups.length - 1,
  },
  'group.add-chosen': { perform: withGroup((app, id) => putIntoGroup(app, id, chosenKeys(app.store.getState()))), when: isShown },
  'group.take-chosen': { perform: withGroup((app, id) => takeOutOfGroup(app, id, chosenKeys(app.store.getState()))), when: isShown },
} as const satisfies Partial<Commands>;
