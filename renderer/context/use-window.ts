import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { State } from '../store/state.ts';
import type { Desk } from './app-context.ts';

export const DeskContext = createContext<Desk | undefined>(undefined);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === undefined) throw new Error('outside of the window');
  return desk;
}

/** The smallest thing that a component draws; what the selector makes anew each time is compared part by part. */
export const useWindow = <T>(selector: (state: State) => T): T => useStore(useDesk().store, useShallow(selector));
