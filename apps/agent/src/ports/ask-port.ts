import type { FirmwareProfile } from '@pandafab/firmware';
import { LONGEST_PORT_TEXT, type PortAnswer } from '@pandafab/lab-link';
import { askFirmware, transportFor } from '@pandafab/machine-host';
import type { Clock } from '@pandafab/shared';

/** The speeds of nearly all machines; a port of a board with its own USB answers at any. */
const SPEEDS = [
  { baudRate: 115_200, withinMs: 12_000 },
  { baudRate: 250_000, withinMs: 8_000 },
] as const;

interface AskPortOptions {
  readonly clock: Clock;
  readonly profiles: ReadonlyMap<string, FirmwareProfile>;
}

/**
 * Asks a serial port what is behind it, at the usual speeds one after the other; null when nothing answers.
 * @throws Fault MACHINE.PORT_ABSENT, PORT_BUSY or PORT_REFUSED {address}
 */
export const askPort =
  ({ clock, profiles }: AskPortOptions) =>
  async (path: string, signal: AbortSignal): Promise<PortAnswer | null> => {
    for (const { baudRate, withinMs } of SPEEDS) {
      if (signal.aborted) return null;
      const transport = transportFor(path, { baudRate, clock });
      const answer = await askFirmware(transport, { clock, profiles, withinMs, signal });
      if (answer) return { ...answer, ...shortened(answer), baudRate };
    }
    return null;
  };

/** A firmware may say anything. */
const shortened = ({ firmware, machineType }: { firmware: string; machineType: string | null }) => ({
  firmware: printable(firmware),
  machineType: machineType && printable(machineType),
});

const printable = (text: string): string => text.replace(/\p{Cc}/gu, '').slice(0, LONGEST_PORT_TEXT);
