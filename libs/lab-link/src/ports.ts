import type { MachineId } from '@pandafab/shared';
import { z } from 'zod';

/** More serial ports than a lab's computer has. */
export const MOST_PORTS = 64;
export const LONGEST_PORT_PATH = 400;
/** Characters of what a device or its firmware says of itself. */
export const LONGEST_PORT_TEXT = 200;
const LONGEST_PROFILE_ID = 60;
const FASTEST_BAUD = 10_000_000;
const LARGEST_MM = 10_000;

/**
 * What is known of a serial port. `used`: a machine of the lab has it. `unasked`: what is behind it was not asked yet.
 * `asking`: the agent asks now. `answered`: a firmware has answered. `silent`: nothing has answered that the agent
 * understands. `busy`: another program has opened it. `forbidden`: the agent may not open it.
 */
export const PORT_STATES = ['used', 'unasked', 'asking', 'answered', 'silent', 'busy', 'forbidden'] as const;
export type PortState = (typeof PORT_STATES)[number];

/** A later agent may report a state that this server does not know. */
const stateSchema = z
  .string()
  .max(LONGEST_PORT_TEXT)
  .transform((said): PortState => PORT_STATES.find((state) => state === said) ?? 'unasked');

const text = z.string().max(LONGEST_PORT_TEXT);
const millimetres = z.number().positive().max(LARGEST_MM);

/** What a firmware answered when it was asked for its name (M115). */
export const portAnswerSchema = z.object({
  baudRate: z.number().int().positive().max(FASTEST_BAUD),
  firmware: text,
  /** MACHINE_TYPE of its answer, such as `Prusa i3 MK3S`. */
  machineType: text.nullable(),
  /** The profile that fits its answer best; null where none fits, or several equally well. */
  profileId: z.string().max(LONGEST_PROFILE_ID).nullable(),
  /** The reach that it reports. */
  sizeMm: z.object({ x: millimetres, y: millimetres, z: millimetres }).nullable(),
});
export type PortAnswer = z.infer<typeof portAnswerSchema>;

/** One serial port of a lab's computer. */
export const reportedPortSchema = z.object({
  /** The path to use as a machine's address: one that stays the same when devices are plugged in again, if there is one. */
  path: z.string().min(1).max(LONGEST_PORT_PATH),
  maker: text.nullable(),
  product: text.nullable(),
  serialNumber: text.nullable(),
  state: stateSchema,
  /** The machine that uses it. */
  machineId: z
    .uuid()
    .transform((id) => id as MachineId)
    .nullable(),
  answer: portAnswerSchema.nullable(),
});
export type ReportedPort = z.infer<typeof reportedPortSchema>;

/** All serial ports of a lab's computer. */
export const reportedPortsSchema = z.array(reportedPortSchema).max(MOST_PORTS);
