import { fieldRule, type Instant, isFit, isVisible } from '@pandafab/shared';
import { z } from 'zod';
import { cursorField } from './cursor';

const uuid = z.uuid().meta({ id: 'Id', description: 'A UUID' });

/** An id in a request or an answer, branded. zod has checked that it is a UUID; the cast adds the brand. */
export const id = <Id extends string = string>() => uuid as unknown as z.ZodType<Id, Id>;

export const instant = z.iso.datetime().meta({ id: 'Instant', description: 'UTC, ISO 8601' });

const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

/** An instant in a request, with any offset. The code gets milliseconds since the epoch, in the range of ISO 8601. */
export const instantInput = z.iso
  .datetime({ offset: true })
  .transform((text) => Date.parse(text))
  .refine((instant) => instant >= EARLIEST && instant <= LATEST, fieldRule('instant'));

/** An e-mail address, in lower case. */
export const emailField = z.string().trim().toLowerCase().pipe(z.email().max(254));

const fit = [isFit, fieldRule('oneLine')] as const;

/** One line of text that people wrote. Every text from outside is this, `textBlock` or `secretText`. */
export const lineOfText = (max: number, min = 1) =>
  z
    .string()
    .trim()
    .min(min)
    .max(max)
    .refine(...fit)
    .refine((text) => text === '' || isVisible(text), fieldRule('visible'));

/** The schemas whose texts may have several lines. */
export const severalLines = z.registry<object>();

/** A text of several lines that people wrote: each line follows the rules of `lineOfText`. */
export const textBlock = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .overwrite((text) => text.replaceAll('\r\n', '\n'))
    .refine((text) => text.split('\n').every(isFit), fieldRule('severalLines'))
    .refine(isVisible, fieldRule('visible'))
    .register(severalLines, {});

/** A password, or the code of a link. Its characters are not restricted, except that they can be typed. */
export const secretText = (max: number, min = 0) =>
  z
    .string()
    .min(min)
    .max(max)
    .refine(...fit);

export const countryField = z.string().regex(/^[A-Z]{2}$/, fieldRule('country'));

/**
 * Pages a list: `limit` rows at most, after the row that `after` names, or after the first `offset` rows. With
 * `offset`, new rows shift the remaining ones.
 */
export const pageSchema = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  offset: z.coerce.number().int().min(0).max(1_000_000_000).default(0),
  after: cursorField.optional().describe('`next` of the previous part. If sent, `offset` is ignored'),
});

export type Page = z.infer<typeof pageSchema>;

/** A list that can also be searched by words. */
export const searchSchema = pageSchema.extend({ search: lineOfText(100, 0).optional() });
export type Search = z.infer<typeof searchSchema>;

/** The order of a list: the name of what it is sorted by, after `-` for descending. */
export type Sort<Name extends string> = Name | `-${Name}`;
export const sortField = <const Name extends string>(...names: readonly [Name, ...Name[]]) =>
  z.enum(names.flatMap((name): Sort<Name>[] => [name, `-${name}`]) as [Sort<Name>, ...Sort<Name>[]]);

/** A part of a list, and the length of the whole list. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.number().int() });

/** A part of a list, with the cursor of the next part. */
export const partOf = <Item extends z.ZodType>(item: Item) =>
  pageOf(item).extend({
    next: z
      .string()
      .nullable()
      .optional()
      .describe('Value for `after` to get the next part; null at the end; left out if `offset` was sent'),
  });

/** An event or a problem: a fault's code and parameters, with the sentences for this reader. */
export const causeSchema = z
  .object({
    code: z.string(),
    details: z.record(z.string(), z.unknown()),
    what: z.string(),
    cure: z.string(),
  })
  .meta({ id: 'Cause' });

export const toIso = (instant: Instant): string => new Date(instant).toISOString();
export const toIsoOrNull = (instant: Instant | null): string | null =>
  instant === null ? null : toIso(instant);
