import { canonicalJson } from '../../base/chain/canonical-json.ts';
import type { Keywords } from '../../base/keywords.ts';
import { foldKeyword } from './personal-keywords.ts';

/*
 * Keywords whose values an archive keeps: of the instrument, the acquisition and the channels. Whatever else a file says stays in the file, since nobody
 * knows where a laboratory writes names; a digest tells whether it is the same.
 */

/** Compared as names of persons are: without `_`, `-`, `.` and blanks, in capitals. */
const kept = new Set(
  `$CYT $CYTSN $DATE $BTIM $ETIM $BEGINDATETIME $ENDDATETIME $TOT $PAR $MODE $DATATYPE $BYTEORD $NEXTDATA $TIMESTEP $TR $VOL $ABRT $LOST $UNICODE $CSMODE
   $CYTOMETER $FLOWRATE $SPILLOVER SPILL SPILLOVER $COMP COMP CREATOR FCSVERSION CYTNUM THRESHOLD WINDOWEXTENSION AUTOBS APPLYCOMPENSATION FSCASF`.split(
    /\s+/,
  ),
);
const channel = /^\$?P\d+[A-Z]+$|^\$P\d+|^LASER\d+[A-Z]+$|^\$DFC\d+TO\d+$/;

export const isKept = (keyword: string, added: ReadonlySet<string> = new Set()): boolean => {
  const folded = foldKeyword(keyword);
  return kept.has(folded) || channel.test(folded) || added.has(folded);
};

/** The name under which the digest of what was left out is kept. */
const LEFT_OUT = '#left out';

/**
 * The keywords of a file as an archive keeps them, with how many were left out and their digest. `added` are names (folded) that a laboratory keeps too.
 * What was kept so before comes out as it is.
 */
export function keptKeywords(
  keywords: Keywords,
  sha256Of: (text: string) => string,
  added?: ReadonlySet<string>,
): { readonly [keyword: string]: string } {
  const rest = [...keywords].filter(([keyword]) => keyword !== LEFT_OUT && !isKept(keyword, added)).sort(([a], [b]) => (a < b ? -1 : 1));
  const before = keywords.get(LEFT_OUT);
  return {
    ...Object.fromEntries([...keywords].filter(([keyword]) => isKept(keyword, added))),
    ...(rest.length > 0
      ? { [LEFT_OUT]: `${rest.length} sha256 ${sha256Of(canonicalJson([before ?? null, rest]))}` }
      : before === undefined
        ? {}
        : { [LEFT_OUT]: before }),
  };
}
