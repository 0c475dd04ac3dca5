import type { GroupId } from '../../../core/biology/profiles/profile.ts';

/** Okabe and Ito's colours, safe for the colour-blind: one a display group, the same in every picture. */
export const groupColours: { readonly [G in GroupId]: string } = {
  'resting-or-short-lak': '#56b4e9',
  'expanded-nk': '#0072b2',
  't-cell-product': '#e69f00',
  'cik-or-nkt-like': '#cc79a7',
  'gamma-delta-t': '#009e73',
};
