import { remembered } from '../../base/remembered.ts';

const greek: { readonly [letter: string]: string } = { α: 'A', β: 'B', γ: 'G', δ: 'D', ε: 'E', ζ: 'Z', κ: 'K', λ: 'L' };

/** Characters of a name that are read: longer ones are no names, and must not cost time. */
const LONGEST = 300;

/**
 * A name of a channel as it is compared: full-width forms made plain, upper case, Greek spelt out (α before a marker is "anti"), one kind of
 * dash, no `Comp-` or `<...>` of compensated copies.
 */
export const plainName = remembered((name: string): string =>
  name
    .slice(0, LONGEST)
    .normalize('NFKC')
    .replace(/^\s*(Comp-|<)/i, '')
    .replace(/>\s*$/, '')
    .replace(/[\u2010-\u2015\u2212\uFE63]/g, '-')
    .replace(/α(?=[\s-]*CD\s*\d)/gi, 'ANTI-')
    .replace(/[α-ω]/g, (letter) => greek[letter] ?? letter)
    .toUpperCase()
    .replace(/\s+/g, ' ')
    .trim(),
);
