import { z } from 'zod';

const line = (what: string) => z.string().describe(what);
const lines = (what: string) => z.array(z.string()).describe(what);

/** What a virtual machine does in this firmware's own way. The host reads none of it. */
export const simulation = z
  .strictObject({
    temperatures: line(
      'A temperature report, as the answer to M105 and M155: {nozzle} {nozzleTarget} {nozzlePower} {bed} ' +
        '{bedTarget} {bedPower}; {tools} and {toolPowers} stand for those of further extruders, {chamber} for a chamber',
    ),
    decimals: z.int().min(0).max(2).describe('Decimals of its temperatures'),
    waiting: line('What it shows each second of M109 and M190: as above, and {seconds}'),
    capabilities: z
      .record(z.string(), z.boolean())
      .describe('Cap: lines behind M115; what the section capabilities says of the same name wins'),
    identifiesInOk: z.boolean().describe('The M115 answer stands in the ok itself'),
    tellsArea: z.boolean().describe('M115 ends with the area that it can reach'),
    okNumber: z
      .enum(['own', 'zero', 'last'])
      .describe('With ADVANCED_OK: the number in an ok is that of its line, always 0, or of the last line'),
    okTellsTemperatures: z.boolean().describe('Every ok carries the temperatures'),
    gluesOk: z.boolean().describe('It does not end a temperature report: the next ok stands behind it'),
    needsNumber: lines('What it answers to a command without a line number, and no ok; nothing: it takes it'),
    keepAliveSeconds: z.number().nonnegative().describe('Between two signs of life (M113); 0 for none'),
    duplicates: z
      .enum(['dropped', 'refused'])
      .describe('A line number that was just used: dropped without ok, or answered by a request to resend'),
    loneChecksum: z
      .enum(['ignored', 'refused'])
      .describe('A checksum on a line without a number: ignored, or answered by a request to resend'),
    earlyOrders: z
      .array(z.enum(['M108', 'M112', 'M410']))
      .describe('Obeyed when read, before what is queued, although there is no emergency parser'),
    earlyWhenNumbered: z.boolean().describe('Also when such a line carries a number'),
    lacks: z.array(z.string()).describe('Commands it does not know, of those that virtual machines know'),
    unknownCommand: line('Its answer to those, before the ok: {command} {code} {letter}'),
    coldExtrusion: lines('What it says when the nozzle is too cold to extrude'),
    longExtrusion: lines('What it says of a move that pushes too much at once'),
    longestExtrusionMm: z.number().positive().describe('More in one move is too much (EXTRUDE_MAXLENGTH)'),
    locked: lines('What it answers to everything once it is locked (M510); nothing: it cannot be locked'),
    killed: lines('Its last words after M112: {reason}'),
    halted: lines('Its last words after a heater has run away'),
    shutDown: lines(
      'What it answers to every command after its last words, the first line as an error; nothing: it falls silent',
    ),
    runout: lines('What it says when the filament has run out, before its own M600'),
  })
  .describe('What a virtual machine of this profile does in its own way');
