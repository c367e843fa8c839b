import { attentionSchema } from '@pandafab/lab-link';
import type { AgentId, LabId, MachineId, SpoolId } from '@pandafab/shared';
import { IANAZone } from 'luxon';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, pageOf } from '../api/fields';

const name = z.string().trim().min(1).max(100);

export const labSchema = z.object({ id: id<LabId>(), name, timeZone: z.string(), agentOnline: z.boolean() });
export class LabDto extends createZodDto(labSchema) {}
export class LabListDto extends createZodDto(pageOf(labSchema)) {}
export class CreateLabDto extends createZodDto(
  z.object({
    name,
    timeZone: z
      .string()
      .default('Europe/Paris')
      .refine((zone) => IANAZone.isValidZone(zone), 'not an IANA time zone'),
  }),
) {}

/** Shown once: the server keeps only the secret's hash. */
export class AgentCredentialsDto extends createZodDto(
  z.object({ labId: id<LabId>(), agentId: id<AgentId>(), secret: z.string() }),
) {}

const connection = z
  .string()
  .regex(
    /^(bridge:(\?.+)?|\/.+|COM\d+|tcp:\/\/[^/:]+:\d+|mqtts?:\/\/.+)$/,
    'a device path, tcp://host:port, mqtt://host/topic, or bridge:',
  );

const machineFields = z.object({
  name,
  profileId: z.string().min(1).max(60),
  connection,
  baudRate: z.number().int().positive().default(115200),
  widthMm: z.number().positive().max(10_000),
  depthMm: z.number().positive().max(10_000),
  heightMm: z.number().positive().max(10_000),
  maxNozzleCelsius: z.number().positive().max(600).default(275),
  maxBedCelsius: z.number().min(0).max(300).default(110),
});

const temperature = z.object({ actual: z.number(), target: z.number() }).nullable();

export const machineSchema = machineFields.extend({
  id: id<MachineId>(),
  labId: id<LabId>(),
  kind: z.literal('printer'),
  spoolId: id<SpoolId>().nullable(),
  bed: z.enum(['clear', 'occupied']),
  inMaintenance: z.boolean(),
  /** What its agent says now; null when the agent is away. */
  live: z
    .object({
      connection: z.string(),
      firmware: z.string().nullable(),
      /** The firmware profile that the machine's own words fit best; the chosen one is used all the same. */
      recognisedProfileId: z.string().nullable(),
      /** True when that one and the chosen one have nothing in common: somebody should look. */
      profileMismatch: z.boolean(),
      nozzle: temperature,
      bed: temperature,
      heatersUnknown: z.boolean(),
      needsPerson: attentionSchema.nullable(),
    })
    .nullable(),
});

export class MachineDto extends createZodDto(machineSchema) {}
export class MachineListDto extends createZodDto(pageOf(machineSchema)) {}
export class CreateMachineDto extends createZodDto(machineFields) {}
export class CreatedMachineDto extends createZodDto(
  machineSchema.extend({
    bridge: z
      .object({ username: z.string(), secret: z.string(), topic: z.string() })
      .nullable()
      .describe('For a machine behind a line bridge: its broker account, shown once'),
  }),
) {}
export class UpdateMachineDto extends createZodDto(
  machineFields.partial().extend({ inMaintenance: z.boolean().optional() }),
) {}
export class AnswerDto extends createZodDto(
  z.object({
    request: z
      .number()
      .int()
      .min(0)
      .describe('needsPerson.id of what is answered; another one is not pressed'),
    button: z.number().int().min(0).max(20).describe('Its place among needsPerson.buttons'),
  }),
) {}
export class LoadSpoolDto extends createZodDto(z.object({ spoolId: id<SpoolId>().nullable() })) {}
