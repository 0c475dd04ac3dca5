import type { Twin } from '../kernels.ts';

export const keyDoubles: Twin<'keyDoubles'> =
  ({ buffer }) =>
  (values, events, keyBits, keys, counts) => {
    const [shift, positive] = [32 - keyBits, 2 ** (keyBits - 1)];
    const column = new Float64Array(buffer, values, events);
    const found = new Uint16Array(buffer, keys, events);
    const held = new Uint32Array(buffer, counts, 2 ** keyBits);
    const float = new Float32Array(1);
    const word = new Int32Array(float.buffer);
    for (let event = 0; event < events; event++) {
      const value = column[event]!;
      float[0] = value + 0;
      const bits = word[0]!;
      const key = Number.isNaN(value) ? held.length - 1 : ((bits ^ ((bits >> 31) >>> 1)) >>> shift) ^ positive;
      found[event] = key;
      held[key]! += 1;
    }
  };
