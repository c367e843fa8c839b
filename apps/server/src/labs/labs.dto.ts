import { attentionSchema } from '@pandafab/lab-link';
import {
  type AccountId,
  type AgentId,
  fieldRule,
  hasOnlyKnownOptions,
  type JobId,
  type LabId,
  MASK,
  type MachineId,
  type MemberId,
  type RunId,
  type SpoolId,
} from '@pandafab/shared';
import { IANAZone } from 'luxon';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageOf, secretText } from '../api/fields';
import { HIGHEST_CELSIUS } from '../guard/machine-policy';
import { MACHINE_EVENT_TYPES } from './machine-record.entities';

const name = lineOfText(100);

export const labSchema = z.object({
  id: id<LabId>(),
  name,
  timeZone: z.string(),
  selfRegistration: z.boolean().describe('Whoever has an e-mail address may register as a member of it'),
  agentOnline: z.boolean(),
  hasComputer: z
    .boolean()
    .describe(
      'False until a computer was connected, and once it was revoked: there is none that could be offline',
    ),
  held: z
    .object({
      since: instant,
      because: z.enum(['LAB.SERVER_RESTORED', 'LAB.JOURNAL_RESTORED']),
    })
    .nullable()
    .describe('Something was put back to an earlier state: nothing is begun until somebody has looked'),
});
/** Named by pages, so that a click that was long under way clears no other part's bed. */
export class BedClearQueryDto extends createZodDto(
  z.object({ runId: id<RunId>().optional().describe('`bedRunId` as it was when the person looked') }),
) {}

/** Names the hold that was seen: a click that was long under way lets no later one go. */
export class ReleaseLabDto extends createZodDto(
  z.object({ since: instant.describe('`held.since` as it was when the person looked') }),
) {}

export class LabDto extends createZodDto(labSchema) {}
export class LabListDto extends createZodDto(pageOf(labSchema)) {}
const timeZone = z.string().refine((zone) => IANAZone.isValidZone(zone), fieldRule('timeZone'));
export class CreateLabDto extends createZodDto(
  z.object({ name, timeZone: timeZone.default('Europe/Paris') }),
) {}
export class UpdateLabDto extends createZodDto(
  z.object({ name, timeZone, selfRegistration: labSchema.shape.selfRegistration }).partial(),
) {}

/** Shown once: the server keeps only the secret's hash. */
export class AgentCredentialsDto extends createZodDto(
  z.object({ labId: id<LabId>(), agentId: id<AgentId>(), secret: z.string() }),
) {}

const ADDRESS =
  /^(bridge:(\?.+)?|\/.+|COM\d+|tcp:\/\/[^/:@?#]+:\d+|mqtts?:\/\/[^/:@?#]+(:\d+)?\/[^?#]+(\?.+)?)$/;
const address = lineOfText(1000)
  .regex(ADDRESS, fieldRule('machineAddress'))
  .refine(hasOnlyKnownOptions, fieldRule('machineOptions'))
  .describe('A device path, tcp://host:port, mqtt://host/topic, or bridge: for the lab’s own broker');

const credentials = z
  .object({ username: lineOfText(200), password: secretText(500) })
  .nullable()
  .describe('User name and password at the broker of an mqtt:// address. Nobody is ever shown them');

/** Where an axis begins and ends, in the machine's own coordinates. */
const axisBegin = z.number().min(-1000).max(0).nullable();
const axisEnd = z.number().positive().max(10_000);

const machineFields = z.object({
  name,
  kind: lineOfText(40).describe('Code of a kind of machine'),
  profileId: lineOfText(60),
  address,
  credentials,
  baudRate: z.number().int().positive().max(10_000_000),
  minXMm: axisBegin.describe(
    'Where the X axis begins: below 0 where start scripts prime the nozzle; null: by the profile',
  ),
  minYMm: axisBegin,
  minZMm: axisBegin,
  widthMm: axisEnd.describe(
    'Nominal size in X: the largest part; the profile knows how far around it the tool may go',
  ),
  depthMm: axisEnd.describe('Nominal size in Y'),
  heightMm: axisEnd.describe('Nominal size in Z'),
  maxNozzleCelsius: z.number().positive().max(HIGHEST_CELSIUS.nozzle),
  maxBedCelsius: z.number().min(0).max(HIGHEST_CELSIUS.bed),
  maxChamberCelsius: z
    .number()
    .min(0)
    .max(HIGHEST_CELSIUS.chamber)
    .nullable()
    .describe('Null where no chamber is heated'),
});

/** Only a machine that is made gets these: a change of its name must not put its limits back. */
const newMachineFields = machineFields.extend({
  kind: machineFields.shape.kind.default('printer'),
  credentials: credentials.default(null),
  baudRate: machineFields.shape.baudRate.default(115200),
  minXMm: axisBegin.default(null),
  minYMm: axisBegin.default(null),
  minZMm: axisBegin.default(null),
  maxNozzleCelsius: machineFields.shape.maxNozzleCelsius.default(275),
  maxBedCelsius: machineFields.shape.maxBedCelsius.default(110),
  maxChamberCelsius: machineFields.shape.maxChamberCelsius.default(null),
});

const temperature = z.object({ actual: z.number(), target: z.number() }).nullable();

export const machineSchema = machineFields.extend({
  address: z.string().nullable().describe('Where it is; null for whoever does not look after it'),
  credentials: z
    .literal(MASK)
    .nullable()
    .describe(
      '*** where a user name and a password are kept; null where none are, or for whoever may not know',
    ),
  id: id<MachineId>(),
  labId: id<LabId>(),
  spoolId: id<SpoolId>().nullable(),
  bed: z.enum(['clear', 'occupied']),
  bedRunId: id<RunId>().nullable().describe('The run whose part lies on the bed'),
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
      isVirtual: z.boolean().describe('It can be switched off and on from here'),
      heatersUnknown: z.boolean(),
      needsPerson: attentionSchema.nullable(),
      asksForSpool: z
        .boolean()
        .describe('It waits for other filament: whoever lets it go on says which spool is on'),
    })
    .nullable(),
  stopOnItsWay: z
    .object({
      since: instant,
      overdue: z.boolean().describe('It should have arrived by now: somebody has to go to the machine'),
    })
    .nullable()
    .describe('An emergency stop that the lab’s computer has not receipted'),
  nextJob: z
    .object({ id: id<JobId>(), fileName: z.string(), memberId: id<MemberId>() })
    .nullable()
    .describe(
      'The waiting job that it would be given if it were free now; null where it can take none, and for whoever may not see the lab’s jobs',
    ),
});

export class MachineDto extends createZodDto(machineSchema) {}
export class MachineListDto extends createZodDto(pageOf(machineSchema)) {}
export class CreateMachineDto extends createZodDto(newMachineFields) {}
export class CreatedMachineDto extends createZodDto(
  machineSchema.extend({
    bridge: z
      .object({ username: z.string(), secret: z.string(), topic: z.string() })
      .nullable()
      .describe('For a machine behind a line bridge: its broker account, shown once'),
  }),
) {}
export class UpdateMachineDto extends createZodDto(
  machineFields.partial().extend({
    credentials: z
      .union([credentials, z.literal(MASK)])
      .optional()
      .describe(
        'Left out or ***: as they are. Another host needs them again, or null, so that they are told to no other',
      ),
    inMaintenance: z.boolean().optional(),
  }),
) {}
/** The spool that a person names who lets a waiting machine go on. */
export const goingOnWith = id<SpoolId>()
  .nullable()
  .optional()
  .describe(
    'Which spool is on now, null where nobody knows; needed while `live.asksForSpool`, unless said before',
  );

export class AnswerDto extends createZodDto(
  z.object({
    request: z
      .number()
      .int()
      .min(0)
      .max(1e15)
      .describe('needsPerson.id of what is answered; another one is not pressed'),
    button: z.number().int().min(0).max(20).describe('Its place among needsPerson.buttons'),
    spoolId: goingOnWith,
  }),
) {}
export class LoadSpoolDto extends createZodDto(z.object({ spoolId: id<SpoolId>().nullable() })) {}

/** What was changed of a machine's description, by whom. */
export class MachineChangesDto extends createZodDto(
  pageOf(
    z.object({
      id: z.uuid(),
      accountId: id<AccountId>(),
      at: instant,
      changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
    }),
  ),
) {}

/** What happened to a machine that somebody may have to answer for. */
export class MachineEventsDto extends createZodDto(
  pageOf(
    z.object({
      id: z.uuid(),
      type: z.enum(MACHINE_EVENT_TYPES),
      accountId: id<AccountId>().nullable().describe('Who did it; null where it happened by itself'),
      at: instant,
      details: z.object({ question: z.string(), button: z.string() }).nullable(),
    }),
  ),
) {}
