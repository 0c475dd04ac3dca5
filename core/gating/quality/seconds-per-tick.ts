/** $TIMESTEP (FCS 3.1 section 3.2.20), or what older instruments wrote beside their clock's name: `Time (51.20 sec.)` is a span, not a step. */
export function secondsPerTick(keywords: ReadonlyMap<string, string>): number | undefined {
  const step = Number.parseFloat(keywords.get('$TIMESTEP') ?? '');
  return Number.isFinite(step) && step > 0 ? step : undefined;
}
