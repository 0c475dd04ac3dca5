/** See core/kernels/kernels.ts. */
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
  const twice = 2 * zero;
  for (let row = from; row < rows; row++) {
    const at = values + ((<usize>row) << 3);
    const value = load<f64>(at);
    if (value === 0) {
      store<f64>(at, zero);
      continue;
    }
    const size = abs(value);
    // no number is left to the caller, too
    if (!(size < reach)) return row;
    const word = reinterpret<u32>(<f32>(size + shift));
    const piece = min((word >>> bits) - first, pieces - 1);
    if (load<u8>(states + piece) !== 1) return row;
    const place = table + <usize>piece * 96;
    const t = (size - load<f64>(place)) * load<f64>(place, 8);
    let sum = load<f64>(place, 88);
    sum = sum * t + load<f64>(place, 80);
    sum = sum * t + load<f64>(place, 72);
    sum = sum * t + load<f64>(place, 64);
    sum = sum * t + load<f64>(place, 56);
    sum = sum * t + load<f64>(place, 48);
    sum = sum * t + load<f64>(place, 40);
    sum = sum * t + load<f64>(place, 32);
    sum = sum * t + load<f64>(place, 24);
    sum = sum * t + load<f64>(place, 16);
    const position = max(sum, least);
    store<f64>(at, value > 0 ? position : twice - position);
  }
  return rows;
}
