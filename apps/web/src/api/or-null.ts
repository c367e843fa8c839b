/** An empty field means null. */
export const orNull = (text: string): string | null => text.trim() || null;
