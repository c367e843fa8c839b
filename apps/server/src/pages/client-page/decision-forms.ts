import { z } from 'zod';
import { lineOfText } from '../../platform/http/fields';
import type { Typed } from '../public-pages/forms';

const name = lineOfText(120);
const seen = { number: z.string().max(40), pdf: z.string().max(64) };

/** Several lines become one: the reason is shown in lists. */
const reason = z
  .string()
  .transform((text) => text.replace(/\s+/g, ' '))
  .pipe(lineOfText(1000, 0))
  .transform((text) => text || null);

export const acceptForm = z.object({ ...seen, name, agree: z.literal('yes') });
export const refuseForm = z.object({ ...seen, name, reason });

const SHOWN_AGAIN = ['number', 'name', 'reason', 'agree'];

/** The fields that the client does not have to type again. */
export const shownAgain = (form: Typed): Typed =>
  Object.fromEntries(SHOWN_AGAIN.map((field) => [field, form[field] ?? '']));
