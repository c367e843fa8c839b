import type { FilamentId, LabId, RunId, SpoolId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageOf } from '../../platform/http/fields';

const text = lineOfText(60);
const diameter = () => z.number().positive().max(10);
const filamentFields = z.object({
  material: text,
  brand: text,
  colour: text,
  diameterMm: diameter().default(1.75),
  densityGramsPerCm3: z.number().positive().max(20),
});
const filamentSchema = filamentFields
  .extend({ diameterMm: diameter(), id: id<FilamentId>() })
  .meta({ id: 'Filament' });

/** A filament in the network's list. */
const knownFilament = z
  .object({
    ...filamentSchema.shape,
    retiredAt: instant.nullable().describe('When it was retired: no new spool can get it'),
    spools: z.number().int().describe('How many spools have it, empty ones included'),
  })
  .meta({ id: 'KnownFilament' });

export class CreateFilamentDto extends createZodDto(filamentFields) {}
export class FilamentChangesDto extends createZodDto(
  filamentFields.extend({ diameterMm: diameter() }).partial(),
) {}
export class FilamentDto extends createZodDto(knownFilament) {}
export class FilamentListDto extends createZodDto(pageOf(knownFilament)) {}
export class FilamentQueryDto extends createZodDto(
  z.object({ retired: z.enum(['include']).optional().describe('Retired filaments too') }),
) {}

const spoolSchema = z
  .object({
    id: id<SpoolId>(),
    labId: id<LabId>(),
    label: z.string(),
    filament: filamentSchema,
    gramsLeft: z.number().describe('The sum of the spool’s movements'),
  })
  .meta({ id: 'Spool' });
export class SpoolDto extends createZodDto(spoolSchema) {}
export class SpoolListDto extends createZodDto(pageOf(spoolSchema)) {}
export class CreateSpoolDto extends createZodDto(
  z.object({ filamentId: id<FilamentId>(), label: text, netGrams: z.number().positive().max(50_000) }),
) {}

/** A material of a lab, with the details that every member who submits there may see. */
export const labMaterialSchema = z
  .object({
    material: z.string(),
    loaded: z.boolean().describe('True if a spool of it is on one of the lab’s machines now'),
  })
  .meta({ id: 'LabMaterial' });
export class LabMaterialListDto extends createZodDto(pageOf(labMaterialSchema)) {}

const labColourSchema = z
  .object({
    colour: z.string().describe('As the maker of the filament calls it'),
    swatch: z
      .string()
      .regex(/^#[0-9a-f]{6}$/)
      .nullable()
      .describe('The colour to show, as #rrggbb; null if the name tells none'),
    materials: z.array(z.string()).describe('The materials that the lab has in this colour'),
    loaded: z.boolean().describe('True if a spool of it is on one of the lab’s machines now'),
  })
  .meta({ id: 'LabColour' });
export class LabColourListDto extends createZodDto(pageOf(labColourSchema)) {}
export class LabColourQueryDto extends createZodDto(
  z.object({ material: text.optional().describe('Only colours of this material') }),
) {}

const movementSchema = z
  .object({
    id: z.string(),
    kind: z.enum(['receipt', 'print', 'correction']),
    grams: z.number().describe('Positive in, negative out'),
    runId: id<RunId>().nullable(),
    filamentMm: z.number().nullable(),
    note: z.string().nullable(),
    at: instant,
  })
  .meta({ id: 'MaterialMovement' });
export class MovementListDto extends createZodDto(
  z.object({ items: z.array(movementSchema), total: z.number().int(), gramsLeft: z.number() }),
) {}
export class CorrectionDto extends createZodDto(
  z.object({ grams: z.number().min(-50_000).max(50_000), note: lineOfText(200, 3) }),
) {}
