/** The type of another language: all keys of the French texts, and no other. */
export type Words<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : Words<T[Key]> };
