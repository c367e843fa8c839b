import type { fr } from './fr';

type Leaves<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Leaves<T[Key]> };

/** What a language must say: every key of the French, no other. */
export type Words = Leaves<typeof fr>;
