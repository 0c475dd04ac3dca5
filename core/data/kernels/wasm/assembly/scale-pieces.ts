/** Bytes of a piece in the table. */
const PIECE: usize = 96;

/** See core/data/kernels/kernels.ts. Two values at a time, each by a polynomial of its own; where one has no piece, one by one up to it. */
export function scalePieces(
  values: usize,
  from: u32,
  rows: u32,
  table: usize,
  states: usize,
  pieces: u32,
  first: u32,
  pieceBits: u32,
  shift: f64,
  reach: f64,
  least: f64,
  zero: f64,
): u32 {
  const bits = 23 - pieceBits;
  const last = pieces - 1;
  const reaches = f64x2.splat(reach);
  const shifts = f64x2.splat(shift);
  const leasts = f64x2.splat(least);
  const zeros = f64x2.splat(zero);
  const twice = f64x2.splat(2 * zero);
  const nothing = f64x2.splat(0);
  let row = from;
  while (row < rows) {
    for (; row + 2 <= rows; row += 2) {
      const at = values + ((<usize>row) << 3);
      const value = v128.load(at);
      const sizes = f64x2.abs(value);
      if (!i64x2.all_true(f64x2.lt(sizes, reaches))) break;
      const words = i32x4.shr_u(f32x4.demote_f64x2_zero(f64x2.add(sizes, shifts)), bits);
      const a = min(<u32>i32x4.extract_lane(words, 0) - first, last);
      const b = min(<u32>i32x4.extract_lane(words, 1) - first, last);
      if (load<u8>(states + a) !== 1 || load<u8>(states + b) !== 1) break;
      const p = table + <usize>a * PIECE;
      const q = table + <usize>b * PIECE;
      const t = f64x2.mul(
        f64x2.sub(sizes, v128.load64_lane(q, v128.load64_zero(p, 0), 1, 0)),
        v128.load64_lane(q, v128.load64_zero(p, 8), 1, 8),
      );
      let sum = v128.load64_lane(q, v128.load64_zero(p, 88), 1, 88);
      sum = f64x2.add(f64x2.mul(sum, t), v128.load64_lane(q, v128.load64_zero(p, 80), 1, 80));
      sum = f64x2.add(f64x2.mul(sum, t), v128.load64_lane(q, v128.load64_zero(p, 72), 1, 72));
      sum = f64x2.add(f64x2.mul(sum, t), v128.load64_lane(q, v128.load64_zero(p, 64), 1, 64));
      sum = f64x2.add(f64x2.mul(sum, t), v128.load64_lane(q, v128.load64_zero(p, 56), 1, 56));
      sum = f64x2.add(f64x2.mul(sum, t), v128.load64_lane(q, v128.load64_zero(p, 48), 1, 48));
      sum = f64x2.add(f64x2.mul(sum, t), v128.load64_lane(q, v128.load64_zero(p, 40), 1, 40));
      sum = f64x2.add(f64x2.mul(sum, t), v128.load64_lane(q, v128.load64_zero(p, 32), 1, 32));
      sum = f64x2.add(f64x2.mul(sum, t), v128.load64_lane(q, v128.load64_zero(p, 24), 1, 24));
      sum = f64x2.add(f64x2.mul(sum, t), v128.load64_lane(q, v128.load64_zero(p, 16), 1, 16));
      const position = f64x2.max(sum, leasts);
      const signed = v128.bitselect(position, f64x2.sub(twice, position), f64x2.gt(value, nothing));
      v128.store(at, v128.bitselect(zeros, signed, f64x2.eq(value, nothing)));
    }
    // the pair that stopped it, one by one
    for (const end = min(row + 2, rows); row < end; row++) {
      const at = values + ((<usize>row) << 3);
      const value = load<f64>(at);
      if (value === 0) {
        store<f64>(at, zero);
        continue;
      }
      const size = abs(value);
      // no number is left to the caller, too
      if (!(size < reach)) return row;
      const piece = min((reinterpret<u32>(<f32>(size + shift)) >>> bits) - first, last);
      if (load<u8>(states + piece) !== 1) return row;
      const place = table + <usize>piece * PIECE;
      const t = (size - load<f64>(place)) * load<f64>(place, 8);
      let sum = load<f64>(place, 88);
      for (let term: usize = 80; term >= 16; term -= 8) sum = sum * t + load<f64>(place + term);
      const position = max(sum, least);
      store<f64>(at, value > 0 ? position : 2 * zero - position);
    }
  }
  return rows;
}
