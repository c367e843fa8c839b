import { z } from 'zod';

const count = z.number().int().nonnegative();

/**
 * The figures of a run so far. Telemetry, the event of its end, the server's table, the API and the pages use these
 * names.
 */
export const runFiguresSchema = z.object({
  linesSent: count.describe('Lines sent to the machine; 0 where it was given the whole file'),
  linesAcknowledged: count.describe('Lines that the machine has acknowledged'),
  resends: count.describe('Lines that were sent again because the machine asked for them'),
  filamentUm: z.array(count).describe('Acknowledged net extrusion per tool, in micrometres'),
  seconds: z
    .number()
    .nonnegative()
    .describe('Between the first and the last line, by the agent’s monotonic clock'),
});
export type RunFigures = z.infer<typeof runFiguresSchema>;

/** The same once the run has ended. */
export const finalFiguresSchema = runFiguresSchema.extend({
  exact: z
    .boolean()
    .describe('False when a little more may have moved than was acknowledged (crash, unplug, power cut)'),
  commandsSha256: z
    .string()
    .nullable()
    .describe('SHA-256 of the accepted command sequence; null where it is not known to its end'),
});
export type FinalFigures = z.infer<typeof finalFiguresSchema>;

/** The figures of a run that has sent nothing. */
export const NO_FIGURES: RunFigures = {
  linesSent: 0,
  linesAcknowledged: 0,
  resends: 0,
  filamentUm: [],
  seconds: 0,
};

/** Only the figures of an object with more fields. */
export const runFiguresOf = ({
  linesSent,
  linesAcknowledged,
  resends,
  filamentUm,
  seconds,
}: Readonly<RunFigures>): RunFigures => ({
  ...{ linesSent, linesAcknowledged, resends, seconds },
  filamentUm: [...filamentUm],
});

export const finalFiguresOf = (run: Readonly<FinalFigures>): FinalFigures => ({
  ...runFiguresOf(run),
  exact: run.exact,
  commandsSha256: run.commandsSha256,
});
