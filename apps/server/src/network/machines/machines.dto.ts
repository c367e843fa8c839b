import { attentionSchema, readingSchema } from '@pandafab/lab-link';
import {
  type AccountId,
  fieldRule,
  hasOnlyKnownOptions,
  type LabId,
  MACHINE_STATES,
  MASK,
  type MachineId,
  type RunId,
  type SpoolId,
} from '@pandafab/shared';
import { createZodDto } from 'nestjs-zod';
import { z } from 'zod';
import { id, instant, lineOfText, pageOf, secretText } from '../../platform/http/fields';
import { descriptionFields, ordinaryMachine } from './machine-description';
import { HIGHEST_CELSIUS } from './machine-policy';
import { MACHINE_EVENT_TYPES } from './machine-record.entities';

const name = lineOfText(100);

const ADDRESS =
  /^(bridge:(\?.+)?|virtual:(\?.+)?|\/.+|COM\d+|tcp:\/\/[^/:@?#]+:\d+|mqtts?:\/\/[^/:@?#]+(:\d+)?\/[^?#]+(\?.+)?)$/;
const address = lineOfText(1000)
  .regex(ADDRESS, fieldRule('machineAddress'))
  .refine(hasOnlyKnownOptions, fieldRule('machineOptions'))
  .describe(
    'A device path, tcp://host:port, mqtt://host/topic, bridge: for the lab’s own broker, or virtual:?speed=20&size=250x210x210 for a virtual machine that the lab’s computer runs',
  );

const credentials = z
  .object({ username: lineOfText(200), password: secretText(500) })
  .nullable()
  .describe('User name and password at the broker of an `mqtt://` address. They are never shown');

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
    'Where the X axis begins: below 0 if start scripts prime the nozzle outside the bed; null: as in the firmware profile',
  ),
  minYMm: axisBegin,
  minZMm: axisBegin,
  widthMm: axisEnd.describe(
    'Size of the build volume in X; the firmware profile says how far outside it the tool may move',
  ),
  depthMm: axisEnd.describe('Size of the build volume in Y'),
  heightMm: axisEnd.describe('Size of the build volume in Z'),
  maxNozzleCelsius: z.number().positive().max(HIGHEST_CELSIUS.nozzle),
  maxBedCelsius: z.number().min(0).max(HIGHEST_CELSIUS.bed),
  maxChamberCelsius: z
    .number()
    .min(0)
    .max(HIGHEST_CELSIUS.chamber)
    .nullable()
    .describe('Null if the machine has no heated chamber'),
  ...descriptionFields,
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
  unattended: descriptionFields.unattended.default(ordinaryMachine.unattended),
  startNeedsPerson: descriptionFields.startNeedsPerson.default(ordinaryMachine.startNeedsPerson),
  nozzleUm: descriptionFields.nozzleUm.default(ordinaryMachine.nozzleUm),
  nozzleType: descriptionFields.nozzleType.default(ordinaryMachine.nozzleType),
  filamentUm: descriptionFields.filamentUm.default(ordinaryMachine.filamentUm),
  bedSurface: descriptionFields.bedSurface.default(ordinaryMachine.bedSurface),
  enclosed: descriptionFields.enclosed.default(ordinaryMachine.enclosed),
  tags: descriptionFields.tags.default(ordinaryMachine.tags),
});

/** The temperatures of a machine, one for each heater. */
export const readingsSchema = z.array(
  readingSchema.meta({
    id: 'HeaterReading',
    description:
      'In °C; a target of 0 is off. Names: `nozzle` for the active one, `nozzle 0`, `nozzle 1` … if there are several, `bed`, `chamber`, or the machine’s own name',
  }),
);

/** What a machine needs a person for. */
export const attention = attentionSchema.meta({ id: 'Attention' });

/** What the network knows of a machine; production adds to it. */
export const machineSchema = machineFields.extend({
  address: z.string().nullable().describe('Address of the machine; null if the account does not manage it'),
  credentials: z
    .literal(MASK)
    .nullable()
    .describe(
      '`***` if a user name and a password are stored; null if there are none, or if the account may not know',
    ),
  id: id<MachineId>(),
  labId: id<LabId>(),
  spoolId: id<SpoolId>().nullable(),
  bed: z.enum(['clear', 'occupied']).meta({ id: 'BedState' }),
  bedRunId: id<RunId>().nullable().describe('The run whose part is on the bed'),
  inMaintenance: z.boolean(),
  readyUntil: instant
    .nullable()
    .describe(
      'Until then the next print may start, because a person at the machine confirmed it; null otherwise',
    ),
  retiredAt: instant.nullable().describe('When it was taken out of service; null while it is used'),
  live: z
    .object({
      state: z
        .enum(MACHINE_STATES)
        .meta({ id: 'MachineState', description: 'As the agent of its lab reports it' }),
      firmware: z.string().nullable(),
      /** The firmware profile that the machine's own words fit best; the chosen one is used all the same. */
      recognisedProfileId: z.string().nullable(),
      /** True when that one and the chosen one have nothing in common: a person should check the machine. */
      profileMismatch: z.boolean(),
      readings: readingsSchema,
      isVirtual: z.boolean().describe('True for a virtual machine, which can be switched off and on here'),
      heatersUnknown: z.boolean(),
      needsPerson: attention.nullable(),
      asksForSpool: z
        .boolean()
        .describe('True while it waits for a filament change: to resume, send which spool is on'),
    })
    .meta({ id: 'MachineLive', description: 'What the lab’s agent reports now' })
    .nullable()
    .describe('Null while the lab’s agent is away'),
  stopOnItsWay: z
    .object({
      since: instant,
      overdue: z.boolean().describe('True if it should have arrived by now: a person must go to the machine'),
    })
    .nullable()
    .describe('An emergency stop that the lab’s computer has not confirmed'),
});

export class CreateMachineDto extends createZodDto(newMachineFields) {}
export class UpdateMachineDto extends createZodDto(
  machineFields.partial().extend({
    credentials: z
      .union([credentials, z.literal(MASK)])
      .optional()
      .describe(
        'Left out or `***`: unchanged. If the host of the address changes, send them again or send null, so that they never reach another host',
      ),
    inMaintenance: z.boolean().optional(),
  }),
) {}
/** What was changed of a machine's description, by whom. */
export class MachineChangesDto extends createZodDto(
  pageOf(
    z
      .object({
        id: id(),
        accountId: id<AccountId>(),
        at: instant,
        changes: z.record(z.string(), z.object({ from: z.unknown(), to: z.unknown() })),
      })
      .meta({ id: 'MachineChange' }),
  ),
) {}

/** An event of a machine that its lab's staff may have to explain later. */
export class MachineEventsDto extends createZodDto(
  pageOf(
    z
      .object({
        id: id(),
        type: z.enum(MACHINE_EVENT_TYPES),
        accountId: id<AccountId>().nullable().describe('The account that did it; null if no person did'),
        at: instant,
        details: z.object({ question: z.string(), button: z.string() }).nullable(),
      })
      .meta({ id: 'MachineEvent' }),
  ),
) {}

/** The confirmation of a start. */
export class MachineReadyDto extends createZodDto(z.object({ readyUntil: instant })) {}
