/** Runs a second over the last ones, by a clock that nobody sets: the wall clock may go back. */
export function createRate(span = 64) {
  const times: number[] = [performance.now()];
  return {
    /** One more is done. */
    note(): number {
      times.push(performance.now());
      if (times.length > span) times.shift();
      const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
      return seconds > 0 ? (times.length - 1) / seconds : 0;
    },
  };
}
