/** A function of sizes from 0 up, whole columns of which are wanted. */
export interface PieceScale {
  readonly at: (size: number) => number;
  /** Below this size it is made of pieces; from there on it is solved. */
  readonly reach: number;
  /** Undefined where every size is solved. */
  readonly pieces: Omit<PieceTable, 'zero'> | undefined;
}

/** What a kernel needs to do the same for a column; see `inPieces` and `reflect`. */
export interface PieceTable {
  /** For each piece its centre, the reciprocal of its half width, and the coefficients by rising power. */
  readonly table: Float64Array;
  /** For each piece: 0 not made yet, 1 made, 2 to be solved. */
  readonly states: Uint8Array;
  readonly count: number;
  /** Leading bits of the first piece's beginning in single precision, and how many of the mantissa count. */
  readonly first: number;
  readonly pieceBits: number;
  readonly shift: number;
  readonly reach: number;
  /** No position of a size is below this one. */
  readonly least: number;
  /** Pieces in the order in which they were made. */
  readonly made: readonly number[];
  /** The position of 0, about which the scale is the same on both sides. */
  readonly zero: number;
}

/** Pieces of an octave, by the leading bits of a single-precision mantissa, and the coefficients of each. */
const PIECE_BITS = 4;
const TERMS = 10;
/** Centre and reciprocal half width stand before the coefficients. */
const STRIDE = TERMS + 2;
const SHIFT = 23 - PIECE_BITS;
/** A few units in the last place of the scale: as near as the solvers themselves come. */
const TOLERANCE = 4e-15;
const OCTAVES_BEYOND = 4;

const float = new Float32Array(1);
const word = new Uint32Array(float.buffer);
function wordOf(value: number): number {
  float[0] = value;
  return word[0]!;
}
function floatOf(bits: number): number {
  word[0] = bits;
  return float[0]!;
}

/**
 * A smooth increasing function that is slow to solve, by polynomials over short pieces: equal to `solve` to the last few units of the
 * scale, without an exponential an event. `knee` is where it goes over from straight to logarithmic: pieces lie at sizes whose
 * single-precision bits are evenly spaced once it is added, so that they are short where the function bends. A piece is made when a size
 * in it is first asked for, and checked; where it is not near enough, and beyond `top`, sizes are solved. What a size gives does not
 * depend on what was asked before.
 */
export function inPieces(solve: (size: number) => number, knee: number, top: number): PieceScale {
  // A power of two, so that the first piece begins at 0.
  const shift = 2 ** Math.round(Math.log2(knee));
  const first = wordOf(shift) >>> SHIFT;
  const count = (wordOf(Math.min(Math.max(top, knee) * 2 ** OCTAVES_BEYOND + shift, 3e38)) >>> SHIFT) - first;
  if (!(count > 0 && shift > 1e-30)) return { at: solve, reach: 0, pieces: undefined };
  const table = new Float64Array(count * STRIDE);
  const states = new Uint8Array(count);
  const reach = floatOf((first + count) << SHIFT) - shift;
  const least = solve(0);
  const made: number[] = [];

  function make(piece: number): number {
    const low = floatOf((first + piece) << SHIFT) - shift;
    const half = (floatOf((first + piece + 1) << SHIFT) - shift - low) / 2;
    const place = piece * STRIDE;
    table[place] = low + half;
    table[place + 1] = 1 / half;
    table.set(
      polynomialThrough((t) => solve(low + half + half * t)),
      place + 2,
    );
    const isNear = checks.every((t) => {
      const size = low + half + half * t;
      return Math.abs(sum(place, size) - solve(size)) <= TOLERANCE;
    });
    states[piece] = isNear ? MADE : SOLVED;
    made.push(piece);
    return states[piece];
  }
  function sum(place: number, size: number): number {
    const t = (size - table[place]!) * table[place + 1]!;
    let value = table[place + STRIDE - 1]!;
    for (let term = place + STRIDE - 2; term >= place + 2; term--) value = value * t + table[term]!;
    return value;
  }
  return {
    reach,
    pieces: { table, states, count, first, pieceBits: PIECE_BITS, shift, reach, least, made },
    at(size) {
      if (!(size < reach)) return solve(size);
      // rounding to single precision may take the next piece, which holds there too
      const piece = Math.min((wordOf(size + shift) >>> SHIFT) - first, count - 1);
      const state = states[piece]! || make(piece);
      return state === MADE ? Math.max(sum(piece * STRIDE, size), least) : solve(size);
    },
  };
}

/** A scale that is the same on both sides of 0, which lies at `zero`, from its positions above. */
export function reflect(at: (size: number) => number, zero: number, value: number): number {
  if (value > 0) return value === Number.POSITIVE_INFINITY ? value : at(value);
  if (value < 0) return value === Number.NEGATIVE_INFINITY ? value : 2 * zero - at(-value);
  return value === 0 ? zero : value;
}

const MADE = 1;
const SOLVED = 2;
const checks = [-0.97, -0.4, 0.2, 0.9];

/** Chebyshev points of [-1, 1], and the polynomials of them by powers. */
const points = Array.from({ length: TERMS }, (_, k) => Math.cos((Math.PI * (k + 0.5)) / TERMS));
const chebyshev: readonly (readonly number[])[] = chebyshevPowers();

function chebyshevPowers(): number[][] {
  const rows = [[1], [0, 1]];
  while (rows.length < TERMS) {
    const [before, last] = rows.slice(-2) as [number[], number[]];
    rows.push([0, ...last].map((value, power) => (power === 0 ? 0 : 2 * value) - (before[power] ?? 0)));
  }
  return rows;
}

/** Coefficients by rising power of the polynomial through a function at the Chebyshev points. */
function polynomialThrough(at: (t: number) => number): Float64Array {
  const values = points.map(at);
  const powers = new Float64Array(TERMS);
  for (let order = 0; order < TERMS; order++) {
    const share = values.reduce((total, value, k) => total + value * Math.cos((order * Math.PI * (k + 0.5)) / TERMS), 0);
    const weight = (share * (order === 0 ? 1 : 2)) / TERMS;
    chebyshev[order]!.forEach((value, power) => {
      powers[power]! += weight * value;
    });
  }
  return powers;
}
