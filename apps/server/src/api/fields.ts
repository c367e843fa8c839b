import { fieldRule, type Instant, isFit, isVisible } from '@pandafab/shared';
import { z } from 'zod';
import { cursorField } from './cursor';

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

const fit = [isFit, fieldRule('oneLine')] as const;

/** One line of text that people wrote. Every text that anybody gives is this, or `secretText`. */
export const lineOfText = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(...fit)
    .refine((text) => text === '' || isVisible(text), fieldRule('visible'));

/** A password, or a code of a link: nothing is asked of its characters but that they can be typed. */
export const secretText = (max: number, min = 0) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine(...fit);

export const countryField = z.string().regex(/^[A-Z]{2}$/, fieldRule('country'));

/**
 * Cuts a list: `limit` at most, after the row that `after` names, or after the first `offset`: by the second way, what
 * comes meanwhile moves the rest on.
 */
export const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
  after: cursorField.optional().describe('`next` of the part before; `offset` counts for nothing then'),
});

export type Page = z.infer<typeof pageSchema>;

/** A list that can also be searched by words. */
export const searchSchema = pageSchema.extend({ search: lineOfText(100, 0).optional() });
export type Search = z.infer<typeof searchSchema>;

/** A part of a list, and how long the whole list is. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.number().int() });

/** A part of a list that is walked through, and where the next part begins. */
export const partOf = <Item extends z.ZodType>(item: Item) =>
  pageOf(item).extend({
    next: z
      .string()
      .nullable()
      .optional()
      .describe('For `after`; null behind the last part, left out where `offset` was given'),
  });

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
