/** What was made of an object before, or now: for what follows from it alone and is asked for again and again. */
export function remembered<K extends object, V>(memo: WeakMap<K, V>, key: K, make: () => V): V {
  const known = memo.get(key);
  if (known !== undefined) return known;
  const value = make();
  memo.set(key, value);
  return value;
}
