import { remembered } from '../../base/remembered.ts';

const greek: { readonly [letter: string]: string } = { α: 'A', β: 'B', γ: 'G', δ: 'D', ε: 'E', ζ: 'Z', κ: 'K', λ: 'L' };

/** Metal tags of mass cytometry, as in `(Sm154)Di`, `154Sm_CD3`, `Sm154Di`: they name the detector, not the marker. */
const metalTags = [/\([A-Z][a-z]?\d{2,3}\)D[di]?/g, /\b\d{2,3}[A-Z][a-z]?(?=[_\s-])/g, /\b[A-Z][a-z]?\d{2,3}D[di]\b/g];

/** A channel's label as compared: upper case, Greek spelt out, no metal tags, no `Comp-` or `<...>` of compensated copies. */
const normaliseLabel = remembered((label: string): string => {
  const bare = metalTags.reduce(
    (text, tag) => text.replace(tag, ' '),
    label
      .normalize('NFKC')
      .replace(/^\s*(Comp-|<)/i, '')
      .replace(/>\s*$/, ''),
  );
  return bare
    .replace(/[α-ω]/g, (letter) => greek[letter] ?? letter)
    .toUpperCase()
    .trim();
});

/** Whether `alias` stands as a word in the label: `CD3` in `CD3 FITC` and `154Sm_CD3`, not in `CD38`. Separators are optional: `HLA-DR` fits `HLADR`. */
export function labelHasWord(label: string, alias: string): boolean {
  return wordPattern(alias).test(normaliseLabel(label));
}

/** Whether the label is the alias, separators aside: `FSC-A`, `FSC A`, `FSCA`. */
export function labelIs(label: string, alias: string): boolean {
  const wanted = squeeze(normaliseLabel(alias));
  // an alias that is nothing but a metal tag names the detector itself
  return wanted === '' ? squeeze(label.toUpperCase()) === squeeze(alias.toUpperCase()) : squeeze(normaliseLabel(label)) === wanted;
}

const squeeze = (text: string): string => text.replace(/[\s._/-]+/g, '');

const wordPattern = remembered((alias: string): RegExp => {
  const parts = normaliseLabel(alias)
    .split(/[\s._/-]+/)
    .filter((part) => part !== '');
  const body = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s._/-]*');
  return new RegExp(`(?<![A-Z0-9])(?:ANTI[\\s-]*)?(?:HU|H|MU|M)?${body}(?![A-Z0-9])`);
});
