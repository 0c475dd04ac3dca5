import { describe, expect, test } from 'vitest';
import { Problem } from '../../../../../../core/base/problem.ts';
import { encodeFcs } from '../../../../../../core/data/fcs/write/write.ts';
import type { FcsContent, WrittenChannel } from '../../../../../../core/data/fcs/write/write-content.ts';

const channel: WrittenChannel = { name: 'FSC', bits: 16, range: 1024 };
const good: FcsContent = { version: 'FCS3.0', datatype: 'I', byteOrder: 'big', eventCount: 1, channels: [channel], columns: [[1]] };
const float: FcsContent = { ...good, datatype: 'F', channels: [{ ...channel, bits: 32 }] };

function codeOf(content: FcsContent): string {
  try {
    encodeFcs([content]);
  } catch (error) {
    if (error instanceof Problem) return error.in('ja').includes('{') ? `unfilled: ${error.in('ja')}` : error.code;
    throw error;
  }
  return 'written';
}

describe('what the standard forbids is refused', () => {
  const keywords = (...pairs: [string, string][]): FcsContent => ({ ...good, keywords: new Map(pairs) });
  const first = (more: Partial<WrittenChannel>, base = good): FcsContent => ({
    ...base,
    channels: [{ ...channel, bits: base === float ? 32 : 16, ...more }],
  });
  const cases: [string, FcsContent, string][] = [
    ['nothing wrong', good, 'written'],
    ['an empty value', keywords(['$CYT', '']), 'fcs-write-empty-value'],
    ['an empty name of a keyword', keywords(['', 'x']), 'fcs-write-keyword-name'],
    ['a keyword twice, in another case', keywords(['NOTE', '1'], ['note', '2']), 'fcs-write-duplicate-keyword'],
    ['a keyword of the writer', keywords(['$TOT', '5']), 'fcs-write-duplicate-keyword'],
    [
      'a keyword in TEXT and supplemental TEXT',
      { ...keywords(['A', '1']), supplementalText: new Map([['A', '2']]) },
      'fcs-write-duplicate-keyword',
    ],
    ['a value that begins with the delimiter', { ...keywords(['PATH', '/x']), delimiter: '/' }, 'fcs-write-leading-delimiter'],
    ['a delimiter of two characters', { ...good, delimiter: '||' }, 'fcs-write-delimiter'],
    ['a character beyond Latin-1', { ...keywords(['NOTE', '培']), textEncoding: 'latin-1' }, 'fcs-write-character'],
    ['too large an integer', { ...good, columns: [[65536]] }, 'fcs-write-value'],
    ['a negative integer', { ...good, columns: [[-1]] }, 'fcs-write-value'],
    ['a fraction', { ...good, columns: [[0.5]] }, 'fcs-write-value'],
    ['not a number as an integer', { ...good, columns: [[Number.NaN]] }, 'fcs-write-value'],
    ['not a number as a float', { ...float, columns: [[Number.NaN]] }, 'written'],
    ['a float beyond 32 bits', { ...float, columns: [[1e39]] }, 'fcs-write-value'],
    ['too few digits', { ...good, datatype: 'A', channels: [{ ...channel, bits: 2 }], columns: [[100]] }, 'fcs-write-value'],
    ['a column too short', { ...good, columns: [[]] }, 'fcs-write-columns'],
    ['a column too many', { ...good, columns: [[1], [1]] }, 'fcs-write-columns'],
    ['16-bit floats', first({ bits: 16 }, float), 'fcs-write-channel'],
    ['amplified floats', first({ amplification: { decades: 4, offset: 1 } }, float), 'fcs-write-channel'],
    [
      'amplification with offset 0 in 3.1',
      { ...first({ amplification: { decades: 4, offset: 0 } }), version: 'FCS3.1' },
      'fcs-write-channel',
    ],
    ['amplification with offset 0 in 2.0', { ...first({ amplification: { decades: 4, offset: 0 } }), version: 'FCS2.0' }, 'written'],
    ['no $PnN in 3.1', { ...first({ name: '' }), version: 'FCS3.1' }, 'fcs-write-channel'],
    ['a comma in $PnN in 3.1', { ...first({ name: 'a,b' }), version: 'FCS3.1' }, 'fcs-write-channel'],
    ['a mixed byte order in 3.1', { ...float, version: 'FCS3.1', byteOrder: [3, 4, 1, 2] }, 'fcs-write-setting'],
    ['a 32-bit order for 16-bit values', { ...good, byteOrder: [3, 4, 1, 2] }, 'fcs-write-channel'],
    ['characters in 3.2', { ...good, version: 'FCS3.2', datatype: 'A' }, 'fcs-write-setting'],
    ['3.2 without $CYT', { ...good, version: 'FCS3.2' }, 'fcs-write-cyt'],
    ['$PnDATATYPE before 3.2', first({ datatype: 'F', bits: 32 }), 'fcs-write-channel'],
  ];
  test.each(cases)('%s', (_, content, code) => expect(codeOf(content)).toBe(code));
});
