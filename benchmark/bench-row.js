export const row = (key, unit, value, values) => ({
  key,
  value: round(value),
  unit,
  n: values.length,
  min: round(values.length === 0 ? value : Math.min(...values)),
  max: round(values.length === 0 ? value : Math.max(...values)),
});
/** To four digits. */
export const round = (value) => Number(value.toPrecision(4));
export function quantile(values, p) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  return low + ((sorted[Math.ceil(at)] ?? low) - low) * (at - Math.floor(at));
}
//# sourceMappingURL=bench-row.js.map
