import type { FirmwareProfile } from '@pandafab/firmware';
import type { CloseReason, Link, Transport } from '@pandafab/machine-host';
import { VirtualMachine, type Volume } from '@pandafab/machine-sim';
import { type Clock, Fault } from '@pandafab/shared';

/** The address of a virtual machine that the agent runs itself. */
export const VIRTUAL = 'virtual:';

/** How it behaves: `virtual:?speed=20&size=250x210x210`. */
interface VirtualOptions {
  /** How many times faster than a real machine it moves and heats. */
  readonly speed: number;
  readonly volume: Volume;
}

const USUAL: VirtualOptions = { speed: 1, volume: { x: 200, y: 200, z: 200 } };
const SIZE = /^([1-9]\d{0,3})x([1-9]\d{0,3})x([1-9]\d{0,3})$/;
const SPEED = /^[1-9]\d{0,3}$/;

/** @throws Fault MACHINE.BAD_ADDRESS {address} */
export function readVirtualAddress(address: string): VirtualOptions {
  const query = new URLSearchParams(address.slice(VIRTUAL.length));
  const [speed, size] = [query.get('speed'), query.get('size')];
  const [, x, y, z] = SIZE.exec(size ?? '') ?? [];
  if ((speed !== null && !SPEED.test(speed)) || (size !== null && !z))
    throw new Fault('MACHINE.BAD_ADDRESS', { address });
  return {
    speed: speed === null ? USUAL.speed : Number(speed),
    volume: z ? { x: Number(x), y: Number(y), z: Number(z) } : USUAL.volume,
  };
}

/**
 * A line to a virtual machine in this process, for trying the service out without a printer. Opening the line switches
 * it on, as the plug of a board does; closing it switches it off.
 * @throws Fault MACHINE.BAD_ADDRESS {address}
 */
export function virtualTransport(address: string, profile: FirmwareProfile, clock: Clock): Transport {
  const { speed, volume } = readVirtualAddress(address);
  return {
    open: async (onBytes, onClose) => plugIn({ profile, clock, speed, volume }, onBytes, onClose),
  };
}

type MachineOptions = VirtualOptions & { readonly profile: FirmwareProfile; readonly clock: Clock };

function plugIn(
  options: MachineOptions,
  onBytes: (bytes: Uint8Array) => void,
  onClose: (why: CloseReason) => void,
): Link {
  let isOpen = true;
  // As on a real line, bytes arrive later than they are sent: otherwise each answer would come inside the question.
  const later = (work: () => void) => setImmediate(() => isOpen && work());
  const machine = new VirtualMachine({
    ...options,
    isDeclared: true,
    send: (bytes) => {
      const sent = Buffer.from(bytes);
      later(() => onBytes(sent));
    },
  });
  later(() => machine.powerOn());
  return {
    write: (bytes) => {
      const sent = Buffer.from(bytes);
      later(() => machine.receive(sent));
      return true;
    },
    close: () => {
      if (!isOpen) return;
      isOpen = false;
      machine.powerOff();
      onClose({ kind: 'closed' });
    },
  };
}
