export function packageCollector(): { readonly folders: ReadonlySet<string>; readonly note: (id: string) => void };
export function packagesIn(modules: string): readonly string[];
export function writeNotices(folders: readonly string[], file: string, root: string): number;
