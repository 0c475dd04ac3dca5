export declare function copyPackages(names: readonly string[], into: string): void;
