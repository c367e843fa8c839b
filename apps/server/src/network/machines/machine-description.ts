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
  nozzleUm: z.number().int().min(100).max(2000).describe('Diameter of the nozzle, in µm'),
  nozzleType: z.enum(NOZZLE_TYPES).meta({ id: 'NozzleType' }),
  filamentUm: z.number().int().min(1000).max(4000).describe('Diameter of the filament, in µm'),
  bedSurface: lineOfText(60).nullable().describe('Such as smooth PEI or glass; null if not known'),
  enclosed: z.boolean().describe('True if the machine is inside a closed housing'),
  tags: tags.describe('Short words by which jobs choose machines; kept in small letters without accents'),
};

/** A machine that is made without these fields. */
export const ordinaryMachine = {
  unattended: 'overnight' as Unattended,
  startNeedsPerson: false,
  nozzleUm: 400,
  nozzleType: 'brass' as NozzleType,
  filamentUm: 1750,
  bedSurface: null,
  enclosed: false,
  tags: [] as string[],
};
