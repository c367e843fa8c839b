import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';

const box = z.object({ x: z.number(), y: z.number(), z: z.number() }).meta({ id: 'Point' });
/** What the analyser read in a file. */
export const analysisSchema = z
  .object({
    lines: z.number(),
    commands: z.number(),
    filamentMm: z.array(z.number()).describe('Per tool, as the machine takes it from its spools'),
    filamentExact: z
      .boolean()
      .optional()
      .describe(
        'False if a macro or a filament change moves more than the file says; left out for files read by an early version',
      ),
    readAs: z
      .string()
      .nullable()
      .describe(
        'The firmware by whose rules extrusion was read: that of the machine that prints it, or of those that can; null: Marlin 2, because no machine is known yet',
      ),
    readingsDiffer: z
      .boolean()
      .describe(
        'True if the machines that can print the file would use different lengths of filament; the largest is shown',
      ),
    layers: z.number(),
    timeSeconds: z.number().describe('Estimated total time'),
    time: z
      .object({ moving: z.number(), heating: z.number(), changing: z.number(), total: z.number() })
      .nullable()
      .describe(
        'The parts of that time in seconds: moves, heating up, changes of tool and filament; null for files read by an early version',
      ),
    part: z
      .object({ min: box, max: box })
      .nullable()
      .optional()
      .describe(
        'The part alone, without skirt, purge line, supports and towers; left out for files read by an early version',
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
      .describe('Settings of the slicer; left out for files read by an early version'),
  })
  .meta({ id: 'FileAnalysis' });

/** The pictures of a file, of whatever it is looked at as: an upload or a job. */
export const thumbnailsSchema = z
  .array(
    z.object({
      width: z.number(),
      height: z.number(),
      format: z.enum(['png', 'jpeg']),
      source: z
        .enum(['slicer', 'drawn'])
        .describe('Drawn: by this server, from the moves of a file without a picture of its slicer'),
      href: z.string().describe('Address of the picture, for accounts that may see the file'),
    }),
  )
  .describe('Pictures of the part, narrowest first')
  .meta({ id: 'Thumbnails' });

export class ThumbnailQueryDto extends createZodDto(
  z.object({
    width: z.coerce
      .number()
      .int()
      .min(1)
      .max(4096)
      .optional()
      .describe('Width in pixels of the place where the picture is shown'),
  }),
) {}
