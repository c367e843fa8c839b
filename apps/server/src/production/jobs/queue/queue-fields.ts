import { MOST_PRIORITY } from '@pandafab/domain';
import type { LabId } from '@pandafab/shared';
import { z } from 'zod';
import { id, instantInput, lineOfText } from '../../../platform/http/fields';

const MOST_TAGS = 10;
const tag = lineOfText(30);
const tags = z.array(tag).max(MOST_TAGS);
const withoutRepeats = (words: readonly string[]): string[] =>
  words.filter((word, at) => words.findIndex((each) => each.toLowerCase() === word.toLowerCase()) === at);

export const colourField = lineOfText(60).describe('A name of a colour that stock knows, or #rrggbb');
export const tagsField = tags
  .transform(withoutRepeats)
  .describe('Short words that the machine must have among its tags');
export const holdReason = lineOfText(200);
export const priorityField = z
  .number()
  .int()
  .min(-1)
  .max(MOST_PRIORITY)
  .describe('Steps above the ordinary 0; −1 is low');

/** A form sends texts only, JSON sends true and false. */
const flag = z.union([z.boolean(), z.stringbool()]);
/** A form sends tags as one text, with commas between them. */
const listOfTags = z.union([
  tagsField,
  lineOfText(MOST_TAGS * 32)
    .transform((text) => text.split(',').flatMap((word) => word.trim() || []))
    .pipe(tags)
    .transform(withoutRepeats),
]);

const MOST_LABS = 20;
export const labsField = z
  .array(id<LabId>())
  .max(MOST_LABS)
  .describe('Other labs to which it may go while it waits, if one of them begins it clearly sooner');
/** A form sends labs as one text, with commas between them. */
const listOfLabs = z.union([
  labsField,
  lineOfText(MOST_LABS * 40)
    .transform((text) => text.split(',').flatMap((part) => part.trim() || []))
    .pipe(labsField),
]);

/** What a maker may want of a print beside its material. */
export const wishFields = {
  readyBy: instantInput.optional().describe('When the maker would like it to be ready: a wish'),
  needsMaker: flag.optional().describe('True: it begins only while its member is there'),
  colour: colourField.optional(),
  tags: listOfTags
    .optional()
    .describe('Short words that the machine must have among its tags; in a form: one text, with commas'),
  otherLabIds: listOfLabs
    .optional()
    .describe(
      'Other labs that may print it: it goes to the one that begins it first; in a form: one text, with commas',
    ),
  hold: flag.optional().describe('True: it waits until it is released'),
};
