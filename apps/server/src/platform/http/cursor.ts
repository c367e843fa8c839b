import { fieldRule } from '@pandafab/shared';
import { z } from 'zod';

/** The end of a part of a list: the values of its last row that the list is ordered by. */
export type Cursor = readonly (string | number)[];

const cursor = z.array(z.union([z.string().refine((text) => !text.includes('\0')), z.int()])).min(1);

export const writeCursor = (values: Cursor): string =>
  Buffer.from(JSON.stringify(values)).toString('base64url');

function readCursor(text: string): Cursor | undefined {
  try {
    return cursor.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data;
  } catch {
    return undefined;
  }
}

/** A cursor in a request, from the `next` of an earlier answer. */
export const cursorField = z
  .string()
  .max(2000)
  .transform((text, context): Cursor => {
    const values = readCursor(text);
    if (values) return values;
    context.addIssue({ code: 'custom', message: fieldRule('cursor') });
    return z.NEVER;
  });
