import { z } from 'zod';

const line = (what: string) => z.string().describe(what);
const lines = (what: string) => z.array(z.string()).describe(what);

/** How the firmware behaves: for virtual machines only. The host does not read this section. */
export const simulation = z
  .strictObject({
    temperatures: line(
      'A temperature report, as the answer to M105 and M155: {nozzle} {nozzleTarget} {nozzlePower} {bed} ' +
        '{bedTarget} {bedPower}; {tools} and {toolPowers} are replaced by the values of all extruders where there are several, {chamber} by those of a chamber',
    ),
    decimals: z.int().min(0).max(2).describe('Number of decimals in its temperatures'),
    waiting: line('What it sends each second during M109 and M190: as above, and {seconds}'),
    capabilities: z
      .record(z.string(), z.boolean())
      .describe(
        'The Cap: lines after M115; for names that are also in the section capabilities, that section counts',
      ),
    identifiesInOk: z.boolean().describe('The answer to M115 is in the line of the ok'),
    tellsArea: z.boolean().describe('The answer to M115 ends with the area that it can reach'),
    okNumber: z
      .enum(['own', 'zero', 'last'])
      .describe(
        'With ADVANCED_OK, the number in an ok: of the line that it answers, always 0, or of the last line received',
      ),
    okTellsTemperatures: z.boolean().describe('Every ok contains the temperatures'),
    gluesOk: z
      .boolean()
      .describe('It sends no line feed after a temperature report: the next ok is in the same line'),
    needsNumber: lines(
      'What it answers, without an ok, to a command without a line number; empty: it accepts such commands',
    ),
    keepAliveSeconds: z
      .number()
      .nonnegative()
      .describe('Seconds between two busy messages (M113); 0 for none'),
    duplicates: z
      .enum(['dropped', 'refused'])
      .describe(
        'A line with a number that was just used: ignored without an ok, or answered with a request to resend',
      ),
    loneChecksum: z
      .enum(['ignored', 'refused'])
      .describe('A checksum on a line without a number: ignored, or answered with a request to resend'),
    earlyOrders: z
      .array(z.enum(['M108', 'M112', 'M410']))
      .describe(
        'Executed when they are read, before the commands in the queue, although there is no emergency parser',
      ),
    earlyWhenNumbered: z.boolean().describe('The same for such a line with a number'),
    lacks: z.array(z.string()).describe('Commands that it does not know, although virtual machines do'),
    unknownCommand: line('Its answer to an unknown command, before the ok: {command} {code} {letter}'),
    coldExtrusion: lines('Its messages when the nozzle is too cold to extrude'),
    longExtrusion: lines('Its messages when a move extrudes too much at once'),
    longestExtrusionMm: z
      .number()
      .positive()
      .describe('The most that one move may extrude, mm (EXTRUDE_MAXLENGTH)'),
    locked: lines('What it answers to every command while it is locked (M510); empty: it cannot be locked'),
    killed: lines('Its last messages after M112: {reason}'),
    halted: lines('Its last messages after it has stopped because of a heater out of control'),
    shutDown: lines(
      'What it answers to every command after it has stopped, the first line as an error; empty: it answers nothing',
    ),
    runout: lines('Its messages when the filament has run out, before its own M600'),
  })
  .describe('How a virtual machine of this profile differs from others');
