import type { Field } from '../fcs-file.ts';
import { isTurned } from './byte-spread.ts';
import { areTags, rangeBits } from './range-bits.ts';
import type { ValueForm } from './stored-values.ts';

/** `mute` where the values tell nothing: all the same, or too few. `doubtful`: as they would not be in a form that is the true one. */
export type Sense = 'sensible' | 'senseless' | 'doubtful' | 'mute';

const FEWEST = 30;
/** No detector gives numbers beyond these; random bytes are beyond them in four of ten cases. */
const [LEAST, MOST] = [1e-30, 1e12];
/** Where nearly all numbers of a detector lie, but for 0. */
const [USUAL_LEAST, USUAL_MOST] = [1e-6, 1e9];
const WILD_SHARE = 0.2;
const STRAY_SHARE = 0.02;

/** Whether values of a field are like measurements, taken in a form that it is said or supposed to have. */
export function senseOf(values: Float64Array, field: Field, form: ValueForm): Sense {
  if (values.length < FEWEST || values.every((value) => value === values[0])) return 'mute';
  return form.type === 'float' ? senseOfFloats(values) : senseOfIntegers(values, field);
}

function senseOfFloats(values: Float64Array): Sense {
  let [wild, stray] = [0, 0];
  for (const value of values) {
    const size = Math.abs(value);
    if (!(size <= MOST) || (size > 0 && size < LEAST)) wild++;
    if (!(size <= USUAL_MOST) || (size > 0 && size < USUAL_LEAST)) stray++;
  }
  if (wild > WILD_SHARE * values.length) return 'senseless';
  return stray > STRAY_SHARE * values.length ? 'doubtful' : 'sensible';
}

function senseOfIntegers(values: Float64Array, field: Field): Sense {
  const range = rangeBits(field);
  const { bits, counting, modulus } = range;
  const highest = 2 ** (bits - counting) - 1;
  const shareOf = (holds: (value: number) => boolean): number => values.filter(holds).length / values.length;
  const above = shareOf((value) => value >= modulus);
  const isApart = above === 0 || areTags(values, range);
  const isWrapped = values.every((value) => value < modulus || Math.floor(value / modulus) === highest);
  if (isEven(values, modulus) || (!isApart && !isWrapped && above > 0.5)) return 'senseless';
  if (counting === bits && isTurned(values, bits)) return 'senseless';
  const usual = usualMost(bits);
  const far = shareOf((value) => value % modulus >= usual);
  if (bits >= 32 && far > 0.5 && values.every((value) => value % modulus >= modulus / 16)) return 'senseless';
  return far > STRAY_SHARE || (above > STRAY_SHARE && !isApart) ? 'doubtful' : 'sensible';
}

/** The widest digitisers have 24 bits; sums of their values some more. */
const usualMost = (bits: number): number => (bits <= 16 ? 2 ** bits : 2 ** 27);

/** No channel of cells fills its range evenly: the bytes of a fraction do. */
function isEven(values: Float64Array, modulus: number): boolean {
  if (modulus < 256 || values.length < 200) return false;
  const eighths = new Float64Array(8);
  for (const value of values) eighths[Math.floor((8 * (value % modulus)) / modulus)]! += 1 / values.length;
  return eighths.every((share) => share > 0.07 && share < 0.18);
}
