/** A file as a table or a person names it: its folders and its name, whichever slashes and normal form were used. */
export const placeOf = (file: string): readonly string[] =>
  /[\\/]/.test(file)
    ? file
        .normalize('NFC')
        .split(/[\\/]+/)
        .filter((part, i) => part !== '.' && (part !== '' || i === 0))
    : [file.normalize('NFC')];

/** A place that says where it is from a root on: of another computer, maybe. */
export const isAbsolute = (file: string): boolean => /^([\\/]|[a-z]:)/i.test(file);

export const folded = (name: string): string => name.normalize('NFKC').toLowerCase();

export const withoutEnding = (name: string): string => name.replace(/\.(fcs|lmd|csv|tsv|txt)$/i, '');
