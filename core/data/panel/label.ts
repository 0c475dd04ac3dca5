import { remembered } from '../../base/remembered.ts';
import { plainName } from './plain-name.ts';
import { type Refusal, refusalOf } from './refusal.ts';

/** What a channel's label says. */
export interface Label {
  /** As compared: plain, markers of one kind written alike (`CD 3`, `CD-56`, `CD16+56`), no metal tags. */
  readonly text: string;
  readonly refusal?: Refusal;
  /** What it names: numbers of CD molecules, with R and the isoform for those of CD45, and families of other markers. */
  readonly molecules: readonly string[];
}

const ELEMENTS = 'Y|CD|PD|IN|SN|TE|RH|I|CS|BA|LA|CE|PR|ND|SM|EU|GD|TB|DY|HO|ER|TM|YB|LU|IR|PT|BI';
/** Metal tags of mass cytometry, as in `(Sm154)Di`, `154Sm_CD3`, `CD3_154Sm`, `Sm154Di`: they name the detector, not the marker. */
const metalTags = [
  /\([A-Z][A-Z]?\d{2,3}\)D[DI]?/g,
  new RegExp(`(?<![A-Z0-9])\\d{2,3}(?:${ELEMENTS})(?![A-Z0-9])`, 'g'),
  /(?<![A-Z0-9])[A-Z][A-Z]?\d{2,3}D[DI](?![A-Z0-9])/g,
];

const START = '(?<![A-Z0-9])';
const DYES =
  'FITC|PE|APC|PERCP|BV\\d|BUV\\d|BB\\d|AF\\d|ALEXA|CY\\d|PACIFIC|PACBLUE|PB|QD\\d|QDOT|ECD|PC[57]|KROME|VIO|VIOBLUE|V4\\d\\d|V5\\d\\d|SPARK|EFLUOR|TEXAS|AMCYAN';
const AFTER = `NEG|NEGATIVE|POS|POSITIVE|MINUS|PLUS|BRIGHT|DIM|HIGH|HI|LOW|LO|FM[O0]|ISO|CTRL|${DYES}`;

/** Writes what names a marker in one way: `CD 3`, `CD-3`, `CD(3)`; `CD3PE`; `FMOCD56`; `CD16+56`, `CD14_19`. */
function spellMarkers(plain: string): string {
  const spaced = plain
    .replace(/CD[ ._:-]*\( ?(\d[^()]*)\)/g, 'CD$1')
    .replace(new RegExp(`${START}CD[ ._:-]*(?=\\d)`, 'g'), 'CD')
    .replace(new RegExp(`(CD\\d{1,3}(?:R[ABCO]|[A-Z])?)(?=(?:${AFTER}))`, 'g'), '$1 ')
    .replace(/(CD\d{1,3}(?:R[ABCO]|[A-Z])?)(?=CD\d)/g, '$1 ')
    .replace(new RegExp(`${START}(FM[O0]|NON?|ISO|DUMP|LIN|NEG|MINUS)(?=CD\\d)`, 'g'), '$1 ')
    .replace(/(CD45)[ ._-](?=R[ABCO](?![A-Z0-9]))/g, '$1')
    .replace(/(?<=\d) ?AND ?(?=(?:CD)?\d)/g, '+')
    .replace(/(?<![A-Z0-9])(16|56) ?[+/&,] ?(16|56)(?![A-Z0-9])/g, 'CD$1+CD$2')
    .replace(/[・•]/g, '/')
    .replace(/、/g, ',');
  return spaced.replace(listed, (whole) => spelt(whole));
}

/** A CD molecule and numbers behind it that carry on a list. Behind a dash, a space or "_" only numbers that are no dye's and no mass. */
const listed =
  /CD\d{1,3}[A-Z]?(?:(?: ?[/+,&;|:] ?(?:3[0-6]\d|37[01]|[12]\d\d|\d\d?)|[ ._-](?:1[0-3]\d|[1-9]\d))[A-Z]?(?![A-Z0-9.]|-[A-Z]))+/g;
const spelt = (list: string): string => list.replace(/(?<=[/+,&;|:._ -])(?=\d)/g, 'CD');

/** Reads a label. The one place that says what in a label is a marker and what keeps it from standing for it. */
export const readLabel = remembered((label: string): Label => {
  const plain = plainName(label);
  const bare = metalTags.reduce((text, tag) => text.replace(tag, ' '), plain);
  const text = spellMarkers(bare.trim());
  const refusal = refusalOf(text);
  return { text, ...(refusal === undefined ? {} : { refusal }), molecules: moleculesOf(text) };
});

/** Families of markers that are no other name of a CD molecule. */
const families =
  /(?<![A-Z0-9])(?:TCR|HLA|MHC|B220|TER-?119|GR-?1|LY-?6|F4\/80|IG[DME]|FOXP3|IFN|TNF|PERFORIN|GRANZYME|KIR(?=\d|[^A-Z0-9]|$))/g;

/** `CD3` and `CD3E` are one molecule, `CD45` and `CD45RA` are told apart. */
function moleculesOf(text: string): readonly string[] {
  const numbers = [...text.matchAll(/CD(\d{1,3})(R[ABCO])?/g)].map(([, number, isoform = '']) => `${number}${isoform}`);
  return [...new Set([...numbers, ...(text.match(families) ?? [])])];
}

/** Molecules that any of the names stands for. */
export const moleculesNamed = (aliases: readonly string[]): ReadonlySet<string> =>
  new Set(aliases.flatMap((alias) => readLabel(alias).molecules));

/** Whether `alias` stands as a word in the label: `CD3` in `CD3 FITC` and `154Sm_CD3`, not in `CD38`. Separators are optional: `HLA-DR` fits `HLADR`. */
export function labelHasWord(label: string, alias: string): boolean {
  return wordPattern(alias).test(readLabel(label).text);
}

/** Whether the label is the alias, separators aside: `FSC-A`, `FSC A`, `FSCA`. */
export function labelIs(label: string, alias: string): boolean {
  const wanted = squeeze(readLabel(alias).text);
  // an alias that is nothing but a metal tag names the detector itself
  return wanted === '' ? squeeze(label.toUpperCase()) === squeeze(alias.toUpperCase()) : squeeze(readLabel(label).text) === wanted;
}

const squeeze = (text: string): string => text.replace(/[\s._/-]+/g, '');

const wordPattern = remembered((alias: string): RegExp => {
  const parts = readLabel(alias)
    .text.split(/[\s._/-]+/)
    .filter((part) => part !== '');
  const body = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('[\\s._/-]*');
  return new RegExp(`(?<![A-Z0-9])(?:ANTI[\\s-]*)?(?:HU|H|MU|M)?${body}(?![A-Z0-9])`);
});
