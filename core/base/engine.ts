/**
 * Names the numbers: two programs of the same engine give the same ones for the same bytes and protocol, whatever their versions. Results are
 * kept under it, so that a mended number is not answered with an old one. It is raised whenever a number of `analyseSample` changes
 * (tests/golden/numbers.test.ts fails until it is).
 */
export const ENGINE = '2';
