import { z } from 'zod';
import { guardRulesSchema } from './guard-schema';

const reset = z
  .strictObject({
    onOpen: z.boolean().describe('Opening the port may reset the board'),
    dtr: z
      .enum(['leave', 'assert', 'clear'])
      .describe('What to do with the DTR line when the port is opened: leave it to the system, or force it'),
    command: z
      .string()
      .min(1)
      .nullable()
      .describe(
        'The command with which a person restarts it after a shutdown; null: the person switches it off and on',
      ),
    dtrPulseResets: z.boolean().describe('A pulse on DTR resets the board: used for an emergency stop'),
  })
  .describe('The reset line');

const pause = z
  .strictObject({
    keepMinutes: z.number().positive().describe('How long the heaters stay on during a pause'),
    lowerNozzleToC: z
      .int()
      .nonnegative()
      .nullable()
      .describe(
        'Nozzle temperature during a pause, °C, if it is lower than that of the file; null: as in the file',
      ),
    retractMm: z.number().nonnegative().describe('Filament that is retracted while the nozzle is parked, mm'),
  })
  .describe('What happens while a run is paused; temperatures and position are restored before it continues');

const limits = z
  .strictObject({
    maxNozzleC: z.int().positive().describe('Highest nozzle temperature, °C'),
    maxBedC: z.int().positive().describe('Highest bed temperature, °C'),
    extruders: z.int().positive(),
  })
  .describe('The highest temperatures of the machine');

const guard = guardRulesSchema.describe(
  'The rule for each command of a file: allow, warn, strip or refuse, and why; refused when not listed',
);

const extrusion = z
  .strictObject({
    modes: z
      .enum(['latest', 'either', 'own'])
      .describe(
        'E is relative as the last of G90, G91, M82 and M83 says; after G91 or after M83; or as the last of M82 and M83 says',
      ),
    flow: z
      .enum(['whole', 'fraction'])
      .describe('M221 reads whole per cents, or also decimals and 100 without an S'),
    flowOf: z.enum(['tool', 'all']).describe('M221 affects one tool, or all tools'),
    volumetric: z.boolean().describe('M200 can make E count cubic millimetres'),
    alsoMoves: z
      .array(z.string().regex(/^(?:[GM]\d+|T)$/))
      .describe(
        'Codes that may move filament by themselves, in addition to those of all firmwares; T: a new tool',
      ),
  })
  .describe('How it reads E: the filament of a file and of the ledger depends on it');

const durations = z
  .strictObject({
    nozzleCelsiusPerSecond: z.number().positive().describe('How fast a nozzle warms up, °C a second'),
    bedCelsiusPerSecond: z.number().positive().describe('The same for the bed'),
    chamberCelsiusPerSecond: z.number().positive().describe('The same for the chamber'),
    toolChangeSeconds: z
      .number()
      .nonnegative()
      .describe('A change of tools by the machine itself, loading and unloading included'),
    filamentChangeSeconds: z.number().nonnegative().describe('A person brings another spool (M600)'),
  })
  .describe('Times for everything except moves, until they are measured on the machine');

const axes = (what: string) =>
  z.strictObject({ x: z.number(), y: z.number(), z: z.number() }).describe(`${what}, mm`);

const volume = z
  .strictObject({
    belowMm: axes('How far the tool may go below 0: purge lines, places to park'),
    beyondMm: axes('How far it may go beyond the size of the machine'),
    homeMm: axes('The position after homing'),
    homesOverBed: z
      .boolean()
      .describe('Homing Z may leave X and Y over the middle of the bed (Z_SAFE_HOMING, safe_z_home)'),
    homingRaiseMm: z.number().nonnegative().describe('How far above homeMm homing may leave Z'),
    homesAtEnd: z.boolean().describe('Homing may leave X or Y at their far end (X_HOME_DIR 1)'),
    stopsAtEnds: z
      .boolean()
      .describe('Software endstops shorten a move out of the range; false: such a move is an error'),
  })
  .describe('The reach of the machine around its nominal size');

/** The sections of every machine, for all dialects. */
export const commonSections = { reset, pause, limits, guard, extrusion, durations, volume };

/** The same in a file, which leaves out what it inherits. */
export const commonParts = {
  reset: reset.partial().optional(),
  pause: pause.partial().optional(),
  limits: limits.partial().optional(),
  guard: guard.optional(),
  extrusion: extrusion.partial().optional(),
  durations: durations.partial().optional(),
  volume: volume.partial().optional(),
};
