/** Which names this reading takes for time. */
export const isTimeInGatingMl = (channel: string): boolean => /^(hdr-)?time$/i.test(channel.trim());
