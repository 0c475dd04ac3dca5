/** Says the first at once and then the newest at most once in `between` ms; the last is always said. */
export function paced(say: (text: string) => void, between: number): { readonly say: (text: string) => void; readonly stop: () => void } {
  let next: string | undefined;
  let resting: ReturnType<typeof setTimeout> | undefined;
  const speak = (text: string): void => {
    say(text);
    resting = setTimeout(rested, between);
  };
  const rested = (): void => {
    resting = undefined;
    const waiting = next;
    next = undefined;
    if (waiting !== undefined) speak(waiting);
  };
  return {
    say(text) {
      if (resting === undefined) speak(text);
      else next = text;
    },
    stop() {
      clearTimeout(resting);
      resting = undefined;
      next = undefined;
    },
  };
}
