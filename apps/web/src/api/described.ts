/**
 * The API's description calls some texts that may be null “lists of texts”. What goes there and what comes from there is
 * a text or null; these two say so to the compiler in one place.
 */
export const asDescribed = (text: string | null): string[] => text as unknown as string[];
export const asItIs = <T>(described: unknown): T => described as T;

/** An empty field means that there is nothing. */
export const orNull = (text: string): string | null => text.trim() || null;
