import { type MachineCredentials, withCredentials } from '@pandafab/shared';

/*
 * Names that messages had until version 0.1. Agents and servers of that version send only these names, and refuse
 * messages without them: messages are sent with both names, and either is accepted.
 *
 *     telemetry of a run       elapsedSeconds   now seconds
 *     telemetry of a machine   connection       now state
 *     telemetry of a machine   nozzle, bed      now readings, a list
 *     a machine's description  connection       now address and credentials
 *     MACHINE.NOT_READY        connection       now state
 */

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** The same object with `now` in place of `earlier`; any other value as it is. */
function renamed(value: unknown, earlier: string, now: string): unknown {
  if (!isFields(value) || !(earlier in value)) return value;
  const { [earlier]: said, ...others } = value;
  return now in others ? others : { ...others, [now]: said };
}

export const withSeconds = (run: unknown): unknown => renamed(run, 'elapsedSeconds', 'seconds');

const HEATERS = ['nozzle', 'bed'] as const;

/** Earlier agents reported these two heaters; null for one that the machine does not have. */
const readingsIn = (machine: Fields): object[] =>
  HEATERS.flatMap((name) => {
    const heater = machine[name] ?? null;
    return heater === null ? [] : [{ ...(heater as object), name }];
  });

/** The telemetry of a machine, also from an earlier agent. */
export function withState(machine: unknown): unknown {
  const now = renamed(machine, 'connection', 'state');
  return !isFields(now) || 'readings' in now ? now : { ...now, readings: readingsIn(now) };
}

/** The description of a machine, also from an earlier server: its addresses contain the credentials. */
export function withAddress(machine: unknown): unknown {
  if (!isFields(machine) || 'address' in machine) return machine;
  return { ...(renamed(machine, 'connection', 'address') as object), credentials: null };
}

/** A cause with the present names of its details, also one that an earlier version sent or stored. */
export function presentCause<Cause>(cause: Cause): Cause {
  if (!isFields(cause) || cause.code !== 'MACHINE.NOT_READY') return cause;
  return { ...cause, details: renamed(cause.details, 'connection', 'state') };
}

interface ReportedMachine {
  readonly state: string;
  readonly readings: readonly { readonly name: string; readonly actual: number; readonly target: number }[];
  readonly run: { readonly seconds: number } | null;
}

function heaterNamed(readings: ReportedMachine['readings'], wanted: string) {
  const reading = readings.find(({ name }) => name === wanted);
  return reading ? { actual: reading.actual, target: reading.target } : null;
}

/** A telemetry that earlier servers accept as well. */
export const telemetryForAll = <Body extends { readonly machines: readonly ReportedMachine[] }>(
  body: Body,
) => ({
  ...body,
  machines: body.machines.map((machine) => ({
    ...machine,
    connection: machine.state,
    nozzle: heaterNamed(machine.readings, 'nozzle'),
    bed: heaterNamed(machine.readings, 'bed'),
    run: machine.run && { ...machine.run, elapsedSeconds: machine.run.seconds },
  })),
});

interface DescribedMachine {
  readonly address: string;
  readonly credentials: MachineCredentials | null;
}

/** Descriptions of machines that earlier agents accept as well. */
export const machinesForAll = <Body extends { readonly machines: readonly DescribedMachine[] }>(
  body: Body,
) => ({
  ...body,
  machines: body.machines.map((machine) => ({
    ...machine,
    connection: withCredentials(machine.address, machine.credentials),
  })),
});

interface Cause {
  readonly code: string;
  readonly details: Fields;
}

/** An event whose cause earlier servers can put into words as well. */
export function eventForAll<Body extends { readonly event: object }>(body: Body) {
  const { cause } = body.event as { readonly cause?: Cause | null };
  if (cause?.code !== 'MACHINE.NOT_READY' || !('state' in cause.details)) return body;
  const details = { ...cause.details, connection: cause.details.state };
  return { ...body, event: { ...body.event, cause: { ...cause, details } } };
}
