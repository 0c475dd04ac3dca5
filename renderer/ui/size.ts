/** Of something on the page, CSS px. */
export interface Size {
  readonly width: number;
  readonly height: number;
}
