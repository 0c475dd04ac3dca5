import { createContext, useContext } from 'react';

/** What a population is called in the language of the window, by its path. */
export type TitleOf = (path: string) => string;

/** The last part of a path: its name in the strategy. */
export const nameIn: TitleOf = (path) => path.slice(path.lastIndexOf('/') + 1);

export const PopulationTitles = createContext<TitleOf>(nameIn);
export const useTitleOf = (): TitleOf => useContext(PopulationTitles);
