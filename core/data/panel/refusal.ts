/** Why a label stands for no marker that it names: it leaves the marker out (FMO, "no", "minus"), is a control, or a mixture (dump, lineage). */
export type Refusal = 'left-out' | 'control' | 'mixture';

const START = '(?<![A-Z0-9])';
const END = '(?![A-Z0-9])';
const anyWord = (...words: readonly string[]): RegExp => new RegExp(`${START}(?:${words.join('|')})${END}`);

/** Words of each refusal; those of Japanese, Chinese and Korean stand without spaces. */
const refusals: readonly (readonly [Refusal, readonly RegExp[]])[] = [
  [
    'left-out',
    [
      anyWord(
        'F[.-]?M[.-]?[O0]S?',
        'MINUS',
        'WITHOUT|WO|SANS|OHNE',
        'W ?/ ?O',
        'NO(?!\\. ?\\d|\\d)',
        'NOT',
        'NON',
        'EXCEPT',
        'EXCLUD(?:ES?|ING|ED)',
        'LACKS?|LACKING',
        'OMIT\\w*',
        'NONE',
        'ABSENT',
        '\\w*DEPLETED',
      ),
      /抜き|なし|無し|除く|除外|以外|缺|제외/,
    ],
  ],
  [
    'control',
    [
      anyWord(
        'ISO',
        'ISOTYP\\w*',
        '[A-Z]{0,5}IG ?G\\w*',
        'CTRLS?',
        'CTL',
        'CONTROLS?|\\w*KONTROLLE',
        'UNST',
        'UNSTAINED',
        'UNLABELL?ED',
        'BLANK',
        'EMPTY',
        'UNUSED',
        'SECONDARY',
        '2ND',
        'AUTOFLUORESCENCE',
        'BACKGROUND',
      ),
      /アイソタイプ|対照|コントロール|未染色|無染色|同型|对照|未染|대조/,
    ],
  ],
  [
    'mixture',
    [anyWord('DUMP', 'LINEAGES?', 'LIN\\d?', 'EXCL(?:USION)?', 'COCKTAIL', 'POOL', 'MIX(?:TURE)?', 'JUNK'), /ダンプ|系列|混合|カクテル/],
  ],
  [
    'left-out',
    [
      anyWord('NEG', 'NEGATIVES?', 'NULL'),
      /-VE(?![A-Z0-9])|陰性|阴性|음성|\( ?- ?\)|\^ ?-/,
      /CD\d+[A-Z]*-(?= *(?:$|[/+,&;)]| CD))|^ ?-(?=[A-Z])/,
    ],
  ],
];

/** Of a label as `readLabel` spells it. */
export const refusalOf = (text: string): Refusal | undefined =>
  refusals.find(([, patterns]) => patterns.some((pattern) => pattern.test(text)))?.[0];
