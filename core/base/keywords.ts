/** One spelling of a keyword's name, upper case, mapped to its value as text. A Map, so that `__proto__` is just a name. */
export type Keywords = ReadonlyMap<string, string>;
