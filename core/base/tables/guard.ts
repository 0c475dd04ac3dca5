/**
 * Names and keywords come from files: none of them may run in a spreadsheet. A text that one would take for a formula gets an apostrophe before
 * it (OWASP, CSV injection); `unguarded` takes it off again, so that what is read back is what was written.
 */
export const guarded = (text: string): string => (formula.test(text) ? `'${text}` : text);

export const unguarded = (text: string): string => (text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text);

/** Full-width signs count, and so does what stands behind blanks or the apostrophe of an earlier guard. */
const formula = /^(['\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|['\s]*[\t\r\n])/;
