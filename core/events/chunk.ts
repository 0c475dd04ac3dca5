/** Events that are worked on at a time: small enough to stay in the nearest caches while one channel after another is added in. */
export const CHUNK = 2048;
