const LONGEST = 40;

/** A code for a thing that has a name, such as `fraiseuse-3-axes` for “Fraiseuse 3 axes”; it begins with a letter. */
export const codeOf = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST)
    .replace(/-+$/, '');
