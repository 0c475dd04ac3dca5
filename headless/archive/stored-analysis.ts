import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';

/** What packed texts begin with; JSON begins otherwise. */
const MARK = 'br:';
/** Shorter texts gain nothing. */
const SHORT = 1000;

/** The JSON of an analysis as it is stored: a quarter of its length. A text column holds it, in both databases. */
export function packAnalysis(json: string): string {
  if (json.length < SHORT) return json;
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT };
  return `${MARK}${brotliCompressSync(Buffer.from(json), { params }).toString('base64')}`;
}

/** The JSON of a stored analysis, packed or as archives of before hold it. Throws where it is damaged. */
export const analysisText = ({ analysis }: { readonly analysis: string }): string =>
  analysis.startsWith(MARK) ? brotliDecompressSync(Buffer.from(analysis.slice(MARK.length), 'base64')).toString('utf8') : analysis;
