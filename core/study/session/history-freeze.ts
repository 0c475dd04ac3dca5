const frozen = new WeakSet<object>();

/**
 * Freezes plain data to its leaves, so that whoever changes a document in place fails at once and not at the next undo.
 * What was frozen before is not walked again: with structural sharing a freeze costs what the edit changed.
 */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || frozen.has(value)) return value;
  frozen.add(Object.freeze(value));
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
