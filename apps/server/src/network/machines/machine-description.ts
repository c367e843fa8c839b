import { fieldRule, folded } from '@pandafab/shared';
import { z } from 'zod';
import { lineOfText } from '../../platform/http/fields';

export const UNATTENDED = ['never', 'untilClosing', 'overnight'] as const;
/** How long a machine may run without a person in the room. */
export type Unattended = (typeof UNATTENDED)[number];

export const NOZZLE_TYPES = ['brass', 'hardened', 'other'] as const;
/** What its nozzle is made of: abrasive filaments need a hardened one. */
export type NozzleType = (typeof NOZZLE_TYPES)[number];

const MOST_TAGS = 20;

/** Folded, without duplicates, sorted: two people who write the same word mean the same tag. */
const tags = z
  .array(lineOfText(30))
  .max(MOST_TAGS)
  .overwrite((words) => [...new Set(words.map(folded))].sort())
  .refine((words) => words.every((word) => word !== ''), fieldRule('visible'));

/** The fields that say what a machine is and when it may work. */
export const descriptionFields = {
  unattended: z
    .enum(UNATTENDED)
    .meta({ id: 'Unattended' })
    .describe(
      '`never`: a person stays in the room, so each start needs a person and the print ends before closing; `untilClosing`: the print ends before closing; `overnight`: no limit',
    ),
  startNeedsPerson: z
    .boolean()
    .describe('True if each start waits for a person at the machine who confirms it'),
  nozzleUm: z
    .number()
    .int()
    .min(100)
    .max(2000)
    .nullable()
    .describe('Diameter of the nozzle that is on it now, in µm; null: not said, it takes files for any'),
  nozzleType: z
    .enum(NOZZLE_TYPES)
    .meta({ id: 'NozzleType' })
    .nullable()
    .describe('`brass` takes no file with an abrasive filament; null: not said'),
  filamentUm: z
    .number()
    .int()
    .min(1000)
    .max(4000)
    .nullable()
    .describe('Diameter of the filament, in µm; null: that of the spool on it'),
  bedSurface: lineOfText(60)
    .nullable()
    .describe(
      'The plate that is on it now, such as smooth PEI or glass. A file for another plate waits; null or words that are not known: any',
    ),
  enclosed: z
    .boolean()
    .nullable()
    .describe('True inside a closed housing; false takes no file that needs a warm chamber; null: not said'),
  tags: tags.describe('Short words by which jobs choose machines; kept in small letters without accents'),
};

/** A machine that is made without these fields. */
export const ordinaryMachine = {
  unattended: 'overnight' as Unattended,
  startNeedsPerson: false,
  nozzleUm: null,
  nozzleType: null,
  filamentUm: null,
  bedSurface: null,
  enclosed: null,
  tags: [] as string[],
};
