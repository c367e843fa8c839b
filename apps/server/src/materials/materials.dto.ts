import type { FilamentId, LabId, RunId, SpoolId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageOf } from '../api/fields';

const text = lineOfText(60);
const filamentFields = z.object({
  material: text,
  brand: text,
  colour: text,
  diameterMm: z.number().positive().max(10).default(1.75),
  densityGramsPerCm3: z.number().positive().max(20),
});
const filamentSchema = filamentFields.extend({ id: id<FilamentId>() });

export class CreateFilamentDto extends createZodDto(filamentFields) {}
export class FilamentDto extends createZodDto(filamentSchema) {}
export class FilamentListDto extends createZodDto(pageOf(filamentSchema)) {}

const spoolSchema = z.object({
  id: id<SpoolId>(),
  labId: id<LabId>(),
  label: z.string(),
  filament: filamentSchema,
  gramsLeft: z.number().describe('The sum of the spool’s movements'),
});
export class SpoolDto extends createZodDto(spoolSchema) {}
export class SpoolListDto extends createZodDto(pageOf(spoolSchema)) {}
export class CreateSpoolDto extends createZodDto(
  z.object({ filamentId: id<FilamentId>(), label: text, netGrams: z.number().positive().max(50_000) }),
) {}

/** What a lab has, as whoever submits there may know. */
export const labMaterialSchema = z.object({
  material: z.string(),
  loaded: z.boolean().describe('On one of the lab’s machines now'),
});
export class LabMaterialListDto extends createZodDto(pageOf(labMaterialSchema)) {}

const movementSchema = z.object({
  id: z.string(),
  kind: z.enum(['receipt', 'print', 'correction']),
  grams: z.number().describe('Positive in, negative out'),
  runId: id<RunId>().nullable(),
  filamentMm: z.number().nullable(),
  note: z.string().nullable(),
  at: instant,
});
export class MovementListDto extends createZodDto(
  z.object({ items: z.array(movementSchema), total: z.number().int(), gramsLeft: z.number() }),
) {}
export class CorrectionDto extends createZodDto(
  z.object({ grams: z.number().min(-50_000).max(50_000), note: lineOfText(200, 3) }),
) {}
