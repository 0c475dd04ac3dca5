/** Bounds on what a file may make us hold before its sizes are believed. Far above what instruments write. */
export const TEXT_LIMIT_BYTES = 16 * 2 ** 20;
export const KEYWORD_LIMIT = 200_000;
export const CHANNEL_LIMIT = 16_384;
export const DATASET_LIMIT = 1_000;
/** The longest ASCII value ($PnB of $DATATYPE A), in characters. */
export const ASCII_WIDTH_LIMIT = 99;
/** Bytes of one read of DATA: large enough that calls cost nothing, small enough for two to stay in the processor's cache. */
export const CHUNK_BYTES = 2 ** 22;
