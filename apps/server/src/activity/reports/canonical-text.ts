/** A value that JSON has. */
type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json | undefined };

/**
 * JSON with one form for each value: names in the order of their UTF-16 code units, no blanks, numbers as ECMAScript
 * writes them (RFC 8785). A frozen report is hashed in this form.
 */
export function canonicalText(value: unknown): string {
  return write(value as Json);
}

function write(value: Json): string {
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const named = value as Readonly<Record<string, Json | undefined>>;
    const names = Object.keys(named)
      .filter((name) => named[name] !== undefined)
      .sort();
    return `{${names.map((name) => `${JSON.stringify(name)}:${write(named[name] as Json)}`).join(',')}}`;
  }
  if (typeof value === 'number' && !Number.isFinite(value)) throw new Error('no JSON for this number');
  return JSON.stringify(value);
}
