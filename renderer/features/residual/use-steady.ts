import { useState } from 'react';

/** The same object as long as what is made anew says the same. */
export function useSteady<T>(value: T, isSame: (a: T, b: T) => boolean): T {
  const [kept, keep] = useState(value);
  if (kept === value || isSame(kept, value)) return kept;
  keep(value);
  return value;
}
