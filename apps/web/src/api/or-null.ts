/** An empty field means that there is nothing. */
export const orNull = (text: string): string | null => text.trim() || null;
