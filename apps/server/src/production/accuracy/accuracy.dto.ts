import type { MachineId } from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant } from '../../platform/http/fields';

const accuracy = {
  jobs: z.number().int().describe('Jobs that have begun'),
  within: z.number().int().describe('Those that began within the interval that was told first'),
  medianMinutes: z
    .number()
    .int()
    .nullable()
    .describe('Half of them began at most so many minutes before or after the hour that was told first'),
  ninetyMinutes: z.number().int().nullable().describe('The same for nine of ten'),
};

export class ForecastAccuracyDto extends createZodDto(
  z
    .object({
      starts: z.object(accuracy).meta({ id: 'StartAccuracy' }),
      weeks: z
        .array(z.object({ from: instant, ...accuracy }).meta({ id: 'WeekAccuracy' }))
        .describe('The last twelve weeks, the latest first'),
      printTimes: z
        .array(
          z
            .object({
              machineId: id<MachineId>(),
              plastic: z.string().describe('Empty where the file does not tell it'),
              prints: z.number().int(),
              measured: z.number().describe('Seconds that they took ÷ seconds that were expected'),
              factor: z.number().describe('By what expected times are multiplied; between 0.5 and 2'),
            })
            .meta({ id: 'LearntPace' }),
        )
        .describe('What was learnt from the prints of the last 120 days'),
      clearing: z
        .array(
          z
            .object({
              hour: z.number().int().min(0).max(23),
              beds: z.number().int(),
              minutes: z.number(),
            })
            .meta({ id: 'LearntClearing' }),
        )
        .describe('Minutes until a bed is cleared, by hour of the day, learnt from the last 60 days'),
    })
    .meta({ id: 'ForecastAccuracy' }),
) {}
