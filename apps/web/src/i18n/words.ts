/** What another language must say: every key of the French, and no other. */
export type Words<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> };
