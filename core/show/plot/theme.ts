/** The colours of a picture's ground and lines. Text on the background has a contrast of at least 4.5:1. */
export interface Theme {
  readonly background: string;
  readonly ink: string;
  readonly muted: string;
  readonly hairline: string;
  readonly gate: string;
}

export const themes = {
  light: { background: '#ffffff', ink: '#1b2126', muted: '#5f6a73', hairline: '#c9d0d6', gate: '#1b2126' },
  dark: { background: '#15191d', ink: '#e8ecef', muted: '#9aa6b0', hairline: '#3a434b', gate: '#f2f4f5' },
} as const satisfies { readonly [name: string]: Theme };
