import type { Schemas } from '../../../api/client';
import type { Machine } from '../../../api/queries';
import { addressOf, isConnection, USUAL_SPEED, wayOf } from './address';
import { descriptionBody, typedDescription } from './machine-description';

/** Where the axes begin is not asked here: the profile knows it. */
type NewMachine = Omit<Schemas['CreateMachine'], 'minXMm' | 'minYMm' | 'minZMm'>;
type MachineChanges = Schemas['UpdateMachine'];
type Proposal = Schemas['MachineProposal'];

/** What stands in the fields of a machine's form. */
export type MachineTyped = Readonly<Record<keyof typeof EMPTY, string>>;

const EMPTY = {
  ...{ name: '', kind: 'printer', profileId: '', connection: 'serial', place: '', speed: USUAL_SPEED },
  ...{ username: '', password: '', baudRate: '115200' },
  ...{ widthMm: '200', depthMm: '200', heightMm: '180' },
  ...{ maxNozzleCelsius: '250', maxBedCelsius: '100', maxChamberCelsius: '' },
  ...{ nozzleUm: '', nozzleType: '', filamentUm: '', bedSurface: '', enclosed: '', tags: '' },
  ...{ unattended: 'overnight', startNeedsPerson: 'no' },
};

/** The sizes and temperatures, in the order of the form. */
export const SIZES = ['widthMm', 'depthMm', 'heightMm'] as const;
export const HEATS = ['maxNozzleCelsius', 'maxBedCelsius', 'maxChamberCelsius'] as const;

/** A form for a new machine, with what is known of it already. */
export const newMachine = (known: Partial<MachineTyped> = {}): MachineTyped => ({ ...EMPTY, ...known });

/** A virtual machine to try the service out: a common firmware, a common size. */
export const virtualMachine = (name: string): MachineTyped =>
  newMachine({
    ...{ name, connection: 'virtual', profileId: 'marlin-2' },
    ...{ widthMm: '250', depthMm: '210', heightMm: '210', maxNozzleCelsius: '275', maxBedCelsius: '110' },
  });

/** What was recognised at a port, as a person would have typed it. */
export function proposed({ address, ...proposal }: Proposal): MachineTyped {
  const texts = Object.entries(proposal).map(([field, value]) => [field, String(value)]);
  return newMachine({ ...Object.fromEntries(texts), ...wayOf(address) });
}

/** The fields of a machine that exists. Its stored password is never shown. */
export function typedOf(machine: Machine): MachineTyped {
  const { name, kind, profileId, address, baudRate, maxChamberCelsius } = machine;
  const numbers = [...SIZES, 'maxNozzleCelsius', 'maxBedCelsius'] as const;
  return newMachine({
    ...{ name, kind, profileId, baudRate: String(baudRate) },
    ...wayOf(address ?? ''),
    ...Object.fromEntries(numbers.map((field) => [field, String(machine[field])])),
    maxChamberCelsius: maxChamberCelsius === null ? '' : String(maxChamberCelsius),
    ...typedDescription(machine),
  });
}

/** Reads the number in a field. @throws Problem that names the field, where there is none (`demandDecimal`) */
type ReadNumber = (field: string, text: string) => number;

/**
 * The machine as the service takes it.
 * @throws what `read` throws
 */
export function machineBody(typed: MachineTyped, read: ReadNumber): NewMachine {
  const { name, kind, profileId, place, speed, username, password } = typed;
  const connection = isConnection(typed.connection) ? typed.connection : 'serial';
  const number = (field: keyof MachineTyped) => read(field, typed[field]);
  const size = { widthMm: number('widthMm'), depthMm: number('depthMm'), heightMm: number('heightMm') };
  return {
    ...{ name, kind, profileId, ...size },
    address: addressOf({ connection, place, speed }, size),
    credentials: connection === 'mqtt' && username !== '' ? { username, password } : null,
    baudRate: number('baudRate'),
    maxNozzleCelsius: number('maxNozzleCelsius'),
    maxBedCelsius: number('maxBedCelsius'),
    maxChamberCelsius: typed.maxChamberCelsius === '' ? null : number('maxChamberCelsius'),
    ...descriptionBody(typed, number),
  };
}

/** Lists, such as tags, are compared by their values. */
const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** Only the fields that differ, so that changes of another person meanwhile are not undone. */
export function machineChanges(machine: Machine, typed: MachineTyped, read: ReadNumber): MachineChanges {
  const { credentials, ...wanted } = machineBody(typed, read);
  const was = typedOf(machine);
  const isSameWay = was.connection === typed.connection && typed.connection === 'bridge';
  const changed = Object.entries(wanted).filter(
    ([field, value]) =>
      !isSame(value, machine[field as keyof Machine]) && !(field === 'address' && isSameWay),
  );
  return {
    ...(Object.fromEntries(changed) as MachineChanges),
    ...(credentials && { credentials }),
  };
}

/** True when the typed limit of a nozzle or bed is higher than its profile expects. */
export const isAbove = (typed: string, limit: number | undefined): boolean =>
  limit !== undefined && Number(typed.replace(',', '.')) > limit;
