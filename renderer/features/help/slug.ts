/** The name under which a heading is linked to, as GitHub makes it: small letters, marks dropped, hyphens for spaces. */
export const slugOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}\s_-]/gu, '')
    .trim()
    .replace(/\s/g, '-');
