import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { State } from '../store/state.ts';
import type { AppContext } from './app-context.ts';

export const CurrentApp = createContext<AppContext | undefined>(undefined);

export function useApp(): AppContext {
  const app = useContext(CurrentApp);
  if (app === undefined) throw new Error('outside of the window');
  return app;
}

/** The smallest thing that a component draws; what the selector makes anew each time is compared part by part. */
export const useWindow = <T>(selector: (state: State) => T): T => useStore(useApp().store, useShallow(selector));
