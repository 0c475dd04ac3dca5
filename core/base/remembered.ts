const MOST = 4096;

/** A function of a text that is asked the same again and again, as the labels of a batch of like files are. */
export function remembered<T>(make: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>();
  return (text) => {
    const found = known.get(text) ?? { value: make(text) };
    if (known.size >= MOST) known.clear();
    known.set(text, found);
    return found.value;
  };
}
