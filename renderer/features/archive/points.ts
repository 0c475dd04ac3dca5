/** A difference in points of per cent, with its sign and two decimals. */
export function signedPoints(value: number): string {
  const text = Math.abs(value).toFixed(2);
  if (Number(text) === 0) return '0.00';
  return value > 0 ? `+${text}` : `−${text}`;
}
