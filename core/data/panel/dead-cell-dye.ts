import { remembered } from '../../base/remembered.ts';
import { readLabel } from './label.ts';
import { readPulse } from './pulse.ts';

/**
 * What a label says of a dye that dead cells take up. `stain`: a name that only such dyes have, or a word for death. `dye`: a DNA dye that
 * detectors are named after, too (PI, DAPI, 7-AAD). `metal`: that of such a stain, which an unused channel may bear as well.
 */
export type DeadCellDye = 'stain' | 'dye' | 'metal';

const START = '(?<![A-Z0-9])';
const END = '(?![A-Z0-9])';
const COLOURS = 'AQUA|VIOLET|BLUE|GREEN|YELLOW|ORANGE|RED|FAR ?RED|LIME|NEAR[ -]?IR|NIR|IR|UV|\\d{3}';

const stains: readonly RegExp[] = [
  new RegExp(`${START}(?:VIAB\\w*|VIABLE|VIVID|VIOBILITY\\w*|VIAKROME\\w*|VIADYE|VIAFLUOR\\w*|VIA${END}|VITALITY)`),
  new RegExp(`${START}(?:ZOMBIE\\w*|GHOST\\w*|FV[DS]\\w*|FV\\d{3}|FIXABLE|AMINE)`),
  new RegExp(`${START}LIVE ?(?:[/\\\\|_-]|AND|&|OR)? ?(?:DEAD|DYE)|${START}LIVE[ -]?OR[ -]?DYE`),
  new RegExp(`${START}(?:DEAD|DEATH|DEADCELLS?|DEADSTAIN)${END}`),
  new RegExp(`${START}L ?[/_|&+-]? ?D(?:${END}|(?=(?:${COLOURS})${END}))`),
  new RegExp(`${START}(?:SYTOX|NUCFIX|CISPLATIN|CDDP|HELIX[ -]?NP|ETHD|ETHIDIUM|TRYPAN|EMA${END})`),
  /死|生存|活力|活率|사멸|생사|생존/,
  /^[ _-]*(?:AQUA|NEAR[ -]?IR|NIR)(?: (?:DYE|STAIN))?$/,
];
const dyes: readonly RegExp[] = [
  new RegExp(`${START}7[ -]?A(?:MINO)?[ -]?A(?:CTINOMYCIN)?[ -]?D${END}|${START}AAD${END}`),
  new RegExp(`${START}PI(?! ?-?3 ?-?K)${END}|${START}PROPIDIUM`),
  new RegExp(`${START}DAPI${END}`),
  new RegExp(`${START}DRAQ[ -]?7?${END}`),
  new RegExp(`${START}TO[ -]?PRO[ -]?[135]?${END}|${START}YO[ -]?PRO[ -]?[13]?${END}`),
  new RegExp(`${START}HOECHST[ -]?33258${END}`),
];
/** Dyes of living cells, of proliferation and of the cell cycle: a label that names one is of something else. */
const others = new RegExp(`${START}(?:CALCEIN\\w*|CFSE|FDA|MITOTRACKER|RNASE|CELL ?CYCLE|PLOIDY|ANNEXIN\\w*)`);
/** Metals that dead cells take up, without another label: platinum of cisplatin, rhodium of an intercalator. */
const metals = /^\(?(?:(?:19[4568])PT|PT(?:19[4568])|103RH|RH103)\)?(?:D[DI])?$|RHODIUM/;

/** Whether a label is that of a dye of dead cells alone. A label that also names markers is a mixture, one that leaves the dye out is none. */
export const deadCellDye = remembered((label: string): DeadCellDye | undefined => {
  const { text, refusal, molecules } = readLabel(readPulse(label).stem);
  if (refusal !== undefined || molecules.length > 0 || others.test(text)) return undefined;
  if (saysDead(text)) return 'stain';
  if (metals.test(label.trim().toUpperCase().replace(/[ _-]/g, ''))) return 'metal';
  return dyes.some((dye) => dye.test(text)) ? 'dye' : undefined;
});

/** Whether a label names such a dye, alone or not. */
export function namesDeadCellDye(label: string): boolean {
  const { text } = readLabel(label);
  return !others.test(text) && (saysDead(text) || dyes.some((dye) => dye.test(text)));
}

/** Whether a text has a word of dead cells, whatever else it names. */
export const saysDead = (text: string): boolean => stains.some((stain) => stain.test(text));
