import type { LabId, MachineId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, pageOf } from '../../platform/http/fields';

const axes = z.object({ x: z.number(), y: z.number(), z: z.number() }).meta({ id: 'ProfileAxes' });

const profileView = z
  .object({
    id: z.string(),
    name: z.string(),
    dialect: z.string().describe('Family of protocol'),
    basedOn: z.array(z.string()).describe('What it extends, nearest first, templates included'),
    numbersLines: z.boolean().describe('True if each line carries a number and a checksum'),
    limits: z.object({
      maxNozzleCelsius: z.number(),
      maxBedCelsius: z.number(),
      extruders: z.number().int(),
    }),
    volume: z
      .object({
        belowMm: axes.describe('How far the tool may go below 0, in mm'),
        beyondMm: axes.describe('How far it may go beyond the size of the machine, in mm'),
        homesOverBed: z.boolean(),
        stopsAtEnds: z.boolean(),
      })
      .describe('The reach of the machine around its nominal size'),
    durations: z
      .object({
        nozzleCelsiusPerSecond: z.number(),
        bedCelsiusPerSecond: z.number(),
        chamberCelsiusPerSecond: z.number(),
        toolChangeSeconds: z.number(),
        filamentChangeSeconds: z.number(),
      })
      .describe('Times that are expected until they are measured on the machine'),
    pauseKeepsHeatMinutes: z.number().describe('How long the heaters stay on during a pause'),
    machines: z
      .array(
        z.object({
          id: id<MachineId>(),
          name: z.string(),
          labId: id<LabId>(),
          labName: z.string(),
        }),
      )
      .describe('The machines that use it, in all labs'),
  })
  .meta({ id: 'FirmwareProfile' });
export type ProfileView = z.input<typeof profileView>;
export class ProfileListDto extends createZodDto(pageOf(profileView)) {}
