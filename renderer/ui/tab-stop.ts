import { createContext, useContext } from 'react';

/** Whether what is drawn below is reached by the Tab key: of plots side by side only one is. */
export const TabStops = createContext(true);

/** For a control that stands in such a place. */
export const useTabStop = (): { readonly tabIndex?: -1 } => (useContext(TabStops) ? {} : { tabIndex: -1 });
