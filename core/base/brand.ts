declare const brand: unique symbol;

/** A type that only its own name fits: a raw column cannot be passed where a scaled one is asked for. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
