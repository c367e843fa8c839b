import { fieldRule, type Instant } from '@pandafab/shared';
import { z } from 'zod';

/** A branded id in a request or an answer. The cast adds our brand to what zod has checked to be a UUID. */
export const id = <Id extends string>() => z.uuid() as unknown as z.ZodType<Id, Id>;

export const instant = z.iso.datetime().describe('UTC, ISO 8601');

const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** An instant in a request: any offset; the code sees milliseconds since the epoch, which ISO 8601 can write again. */
export const instantInput = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .refine((instant) => instant >= EARLIEST && instant <= LATEST, fieldRule('instant'));

/** An e-mail address, in lower case. */
export const emailField = z.string().trim().toLowerCase().pipe(z.email().max(254));

/** One line of text that people wrote. */
export const lineOfText = (max: number) => z.string().trim().min(1).max(max);

export const countryField = z.string().regex(/^[A-Z]{2}$/, fieldRule('country'));

/** Cuts a list: `limit` at most, after the first `offset`. */
export const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});

export type Page = z.infer<typeof pageSchema>;

/** A list that can also be searched by words. */
export const searchSchema = pageSchema.extend({ search: z.string().trim().max(100).optional() });
export type Search = z.infer<typeof searchSchema>;

/** A part of a list, and how long the whole list is. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.number().int() });

/** What happened or is wrong: a fault's code and parameters, with the sentences for this reader. */
export const causeSchema = z.object({
  code: z.string(),
  details: z.record(z.string(), z.unknown()),
  what: z.string(),
  cure: z.string(),
});

export const toIso = (instant: Instant): string => new Date(instant).toISOString();
export const toIsoOrNull = (instant: Instant | null): string | null =>
  instant === null ? null : toIso(instant);
