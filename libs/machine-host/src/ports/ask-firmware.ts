import type { FirmwareProfile } from '@pandafab/firmware';
import type { CancelTimer, Clock } from '@pandafab/shared';
import { LineReader } from '../protocol/line-reader';
import type { Link, Transport } from '../transport';
import { type FirmwareAnswer, FirmwareListener } from './firmware-answer';

/**
 * The only words that are sent: the end of whatever was on the line, and the request for the firmware's name. It moves
 * nothing, heats nothing and changes no setting; a device that is no machine ignores it.
 */
const QUESTION = Buffer.from('\nM115\n', 'latin1');
/** A board that was reset by the opening of its port hears nothing for the first second. */
const FIRST_AFTER_MS = 1_000;
const AGAIN_AFTER_MS = 2_500;

export interface AskFirmwareOptions {
  readonly clock: Clock;
  readonly profiles: ReadonlyMap<string, FirmwareProfile>;
  /** Boards that are reset by the opening take ten seconds to start. */
  readonly withinMs: number;
  /** A machine needs the port: it is closed immediately. */
  readonly signal: AbortSignal;
}

/**
 * Opens a line, asks what is behind it, and closes it.
 *
 * Opening a serial port resets most boards: a machine that prints from its own card would stop. So this is called only
 * when a person asks for it, and never for a port of a machine.
 * @returns null when nothing answered that is understood
 * @throws Fault MACHINE.PORT_ABSENT, PORT_BUSY or PORT_REFUSED {address}
 */
export async function askFirmware(
  transport: Transport,
  { clock, profiles, withinMs, signal }: AskFirmwareOptions,
): Promise<FirmwareAnswer | null> {
  const listener = new FirmwareListener();
  let cancelQuestion: CancelTimer = () => {};
  let cancelEnd: CancelTimer = () => {};
  let end: () => void = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const reader = new LineReader((line) => {
    if (listener.hear(line)) end();
  });
  const link = await transport.open((bytes) => reader.push(bytes), end);
  const ask = () => {
    link.write(QUESTION);
    cancelQuestion = clock.setTimer(AGAIN_AFTER_MS, ask);
  };
  if (signal.aborted) end();
  signal.addEventListener('abort', end, { once: true });
  cancelQuestion = clock.setTimer(FIRST_AFTER_MS, ask);
  cancelEnd = clock.setTimer(withinMs, end);
  await ended;
  cancelQuestion();
  cancelEnd();
  signal.removeEventListener('abort', end);
  await close(link);
  return listener.answer(profiles);
}

/** A device that was pulled out is closed already. */
async function close(link: Link): Promise<void> {
  try {
    await link.close();
  } catch {
    // Nothing to close.
  }
}
