import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

/** The longest list that one answer holds. */
const MAX_PAGE = 200;

/** An instant in an answer: ISO 8601 in UTC. */
export const isoInstant = z.iso.datetime();
export const toIso = (instant: number): string => new Date(instant).toISOString();
export const toIsoOrNull = (instant: number | null): string | null =>
  instant === null ? null : toIso(instant);

/** An instant in a request: ISO 8601 with any offset; the code sees milliseconds since the epoch. */
export const instantInput = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));

/** One line of text that people wrote. */
export const lineOfText = (max: number) => z.string().trim().min(1).max(max);

export const pageQuery = z.object({
  limit: z.coerce.number().int().min(1).max(MAX_PAGE).default(50),
  offset: z.coerce.number().int().min(0).default(0),
});
export type Page = z.infer<typeof pageQuery>;

export const searchQuery = pageQuery.extend({ search: z.string().trim().max(100).optional() });
export class PageQueryDto extends createZodDto(pageQuery) {}
export class SearchQueryDto extends createZodDto(searchQuery) {}

/** A part of a list, and how long the whole list is. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.number().int() });

export class IdParamDto extends createZodDto(z.object({ id: z.uuid() })) {}
