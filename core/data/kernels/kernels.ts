/**
 * Work over columns of one shared memory. Addresses are byte offsets in that memory and need no alignment; a caller has made
 * sure that all of a kernel's ranges lie inside it. Rows lie `rowBytes` apart, a column's values one after another.
 *
 * Adding one: a function in wasm/assembly, one in reference, a line here and a line in `referenceKernels`; the compiler asks for the last two.
 */
export interface Kernels {
  /** Four neighbouring four-byte values of each row, moved bit by bit into four columns; bytes swapped where big-endian. */
  transposeWords(
    source: number,
    rowBytes: number,
    rows: number,
    first: number,
    second: number,
    third: number,
    fourth: number,
    bigEndian: boolean,
  ): void;
  /** A four-byte value of each row, moved bit by bit after `mask`. */
  copyWords(source: number, rowBytes: number, rows: number, target: number, bigEndian: boolean, mask: number): void;
  /** An eight-byte value of each row, moved bit by bit. */
  copyDoubles(source: number, rowBytes: number, rows: number, target: number, bigEndian: boolean): void;
  /** An unsigned four-byte integer of each row after `mask`, at most 24 bits of which count, as a 32-bit float. */
  wordsToFloats(source: number, rowBytes: number, rows: number, target: number, bigEndian: boolean, mask: number): void;
  /** The same of two-byte integers. */
  halvesToFloats(source: number, rowBytes: number, rows: number, target: number, bigEndian: boolean, mask: number): void;
  /** The same of bytes. */
  bytesToFloats(source: number, rowBytes: number, rows: number, target: number, mask: number): void;
  /** Four neighbouring four-byte integers as floats, each after its mask of at most 24 bits. */
  transposeWordsToFloats(
    source: number,
    rowBytes: number,
    rows: number,
    first: number,
    second: number,
    third: number,
    fourth: number,
    bigEndian: boolean,
    firstMask: number,
    secondMask: number,
    thirdMask: number,
    fourthMask: number,
  ): void;
  /** Four neighbouring two-byte integers as floats, each after its mask. */
  transposeHalvesToFloats(
    source: number,
    rowBytes: number,
    rows: number,
    first: number,
    second: number,
    third: number,
    fourth: number,
    bigEndian: boolean,
    firstMask: number,
    secondMask: number,
    thirdMask: number,
    fourthMask: number,
  ): void;

  /* Members of gates: columns of doubles to words of 32 bits, event e at bit e mod 32; bits beyond the last event are 0. NaN is in no gate. */

  /** Takes those out that are not in [min, max); a maximum that is NaN is none. */
  keepInRange(values: number, events: number, min: number, max: number, members: number): void;
  /** By squared distance from (x, y) under a matrix: at most `reach`, or above it. */
  inEllipse(
    xs: number,
    ys: number,
    events: number,
    x: number,
    y: number,
    xx: number,
    xy: number,
    yx: number,
    yy: number,
    reach: number,
    outside: boolean,
    members: number,
  ): void;
  /** By the even-odd rule, edges included; `shape` is laid out by core/gating/gates/polygon/polygon-shape.ts. */
  inPolygon(xs: number, ys: number, events: number, shape: number, outside: boolean, members: number): void;
  /** Clockwise from upper left; the y divider left and right of x. */
  inQuadrants(
    xs: number,
    ys: number,
    events: number,
    x: number,
    left: number,
    right: number,
    first: number,
    second: number,
    third: number,
    fourth: number,
  ): void;
  /** Bits that both have, and their number. `out` may be one of the two. */
  andCount(a: number, b: number, words: number, out: number): number;

  /**
   * Adds members to the cells of a plane of bins x bins, rows from the bottom: bins of doubles from `min` over `range`, those off scale in
   * the last ones. Events are read in pairs, so that one value more than `events` may be read.
   */
  countPlane(
    xs: number,
    ys: number,
    events: number,
    members: number,
    xMin: number,
    xRange: number,
    yMin: number,
    yRange: number,
    bins: number,
    counts: number,
  ): void;
  /** The same along one channel. */
  countLine(values: number, events: number, members: number, min: number, range: number, bins: number, counts: number): void;
  /**
   * Histograms of labelled values by short keys (core/data/kernels/reference/key-labelled.ts): adds each event to the count of its cell, label x
   * stride + key, and puts those whose cell is wanted (1, else 0) into `found`, their cells into `cells`; gives their number. Both need
   * room for one more than `events`. `first` is the key of the knee; labels are below 128; `keyBits` as in `keyLayout`.
   */
  keyLabelled(
    values: number,
    labels: number,
    events: number,
    centre: number,
    knee: number,
    first: number,
    keyBits: number,
    counts: number,
    wanted: number,
    found: number,
    cells: number,
  ): number;
  /**
   * Compensation and unmixing: the sum of weights (doubles) times 32-bit floats of as many columns, whose addresses (four bytes each) lie at
   * `sources`, from the byte `offset` of each on, in double precision and in that order, for each row.
   */
  addWeightedFloats(sources: number, members: number, offset: number, weights: number, rows: number, target: number): void;
  /** Four such sums of the same columns at once: four weights a column, and the addresses of four targets at `targets`. */
  addWeightedFloats4(sources: number, members: number, offset: number, weights: number, rows: number, targets: number): void;
  /**
   * Doubles in place onto a scale of polynomial pieces (core/data/transforms/kind/pieces.ts), from row `from` on. Stops at a value that it has no piece
   * for, and gives its row; `rows` where it came to the end.
   */
  scalePieces(
    values: number,
    from: number,
    rows: number,
    table: number,
    states: number,
    pieces: number,
    first: number,
    pieceBits: number,
    shift: number,
    reach: number,
    least: number,
    zero: number,
  ): number;
}

export type KernelName = keyof Kernels;

/** A kernel in plain TypeScript over a view of the whole memory: the oracle of the compiled one, and what is used without it. */
export type ReferenceKernel<Name extends KernelName> = (view: DataView) => Kernels[Name];
