import { createContext, use } from 'react';

/** The modal dialog around what is drawn; what floats is put inside it, since everything outside lies under it. */
export const AroundDialog = createContext<HTMLDialogElement | null>(null);

/** Where menus and popovers are put in the page; null for its body. */
export const useFloatingPlace = (): HTMLElement | null => use(AroundDialog);
