import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const box = z.object({ x: z.number(), y: z.number(), z: z.number() });
/** What the analyser read in a file. */
export const analysisSchema = z.object({
  lines: z.number(),
  commands: z.number(),
  filamentMm: z.array(z.number()).describe('Per tool, as the machine will take it from its spools'),
  filamentExact: z
    .boolean()
    .optional()
    .describe(
      'False where a macro or a filament change moves more than the file says; an early analyser did not tell',
    ),
  readAs: z
    .string()
    .nullable()
    .describe(
      'The firmware as which E was read: that of the machine that makes it, or of those that may; null: as Marlin 2 reads it, since no machine is in question yet',
    ),
  readingsDiffer: z
    .boolean()
    .describe('The machines that may make it would take other lengths of filament: the most is shown'),
  layers: z.number(),
  timeSeconds: z.number().describe('In all, by our own reckoning'),
  time: z
    .object({ moving: z.number(), heating: z.number(), changing: z.number(), total: z.number() })
    .nullable()
    .describe(
      'Seconds of which that is made: moves by a model of the machine’s planner, heating up, changes of tools and filament; an early analyser did not tell them apart',
    ),
  part: z
    .object({ min: box, max: box })
    .nullable()
    .optional()
    .describe(
      'The part alone, without skirt, purge line, supports and towers; an early analyser did not tell it apart',
    ),
  extents: z.object({
    extruding: z.object({ min: box, max: box }).nullable(),
    moves: z.object({ min: box, max: box }).nullable(),
  }),
  temperatures: z.object({
    firstLayerNozzle: z.number().nullable(),
    maxNozzle: z.number().nullable(),
    firstLayerBed: z.number().nullable(),
    maxBed: z.number().nullable(),
    firstLayerChamber: z.number().nullable().optional(),
    maxChamber: z.number().nullable().optional(),
    nozzles: z
      .array(z.object({ firstLayer: z.number().nullable(), max: z.number().nullable() }))
      .optional()
      .describe('Per tool'),
  }),
  slicer: z.object({ name: z.string(), version: z.string().nullable() }).nullable(),
  slicerEstimate: z.object({
    seconds: z.number().nullable(),
    filamentMm: z.array(z.number()).nullable(),
    filamentGrams: z.array(z.number()).nullable(),
    filamentType: z.string().nullable(),
  }),
  slicerSettings: z
    .object({
      printerModel: z.string().nullable(),
      flavour: z.string().nullable(),
      layerHeight: z.number().nullable(),
      firstLayerHeight: z.number().nullable(),
      nozzleDiameters: z.array(z.number()).nullable(),
      filamentTypes: z.array(z.string()).nullable(),
    })
    .optional()
    .describe('What the slicer was set to; files that an early analyser read have none'),
});

/** The pictures of a file, of whatever it is looked at as: an upload or a job. */
export const thumbnailsSchema = z
  .array(
    z.object({
      width: z.number(),
      height: z.number(),
      format: z.enum(['png', 'jpeg']),
      href: z.string().describe('Where the picture is, for whoever may see the file'),
    }),
  )
  .describe('Pictures that the slicer put into the file, the narrowest first');

export class ThumbnailQueryDto extends createZodDto(
  z.object({
    width: z.coerce.number().int().min(1).max(4096).optional().describe('Of the place it is for, in pixels'),
  }),
) {}
