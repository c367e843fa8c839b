import { defaultProfilesDirectory, findProfile, loadProfiles } from '@pandafab/firmware';
import { VirtualMachine } from '@pandafab/machine-sim';
import { FakeClock } from '@pandafab/testing';
import type { Transport } from '../transport';
import { askFirmware } from './ask-firmware';

const profiles = loadProfiles(defaultProfilesDirectory);

/** A port behind which a machine hears what is written; it is on, or starts when the port is opened. */
function portOf(clock: FakeClock, profileId: string) {
  const written: string[] = [];
  let isOpen = false;
  let answer: (bytes: Uint8Array) => void = () => {};
  const machine = new VirtualMachine({
    profile: findProfile(profiles, profileId),
    clock,
    send: (bytes) => answer(Buffer.from(bytes)),
  });
  const transport: Transport = {
    open: async (onBytes) => {
      isOpen = true;
      answer = onBytes;
      machine.powerOn();
      return {
        write: (bytes) => {
          written.push(Buffer.from(bytes).toString());
          machine.receive(bytes);
          return true;
        },
        close: () => {
          isOpen = false;
          machine.powerOff();
        },
      };
    },
  };
  return { transport, written, isOpen: () => isOpen };
}

/** Nothing is behind it. */
const deaf: Transport = { open: async () => ({ write: () => true, close: () => {} }) };

describe('asking a port what is behind it', () => {
  const ask = async (clock: FakeClock, transport: Transport, signal = new AbortController().signal) => {
    const answer = askFirmware(transport, { clock, profiles, withinMs: 12_000, signal });
    for (let second = 0; second < 13; second++) {
      await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
      clock.advance(1000);
    }
    return answer;
  };

  it.each(['marlin-2', 'marlin-1', 'prusa-mk3', 'prusa-buddy', 'klipper'])('recognises %s', async (id) => {
    const clock = new FakeClock();
    const answer = await ask(clock, portOf(clock, id).transport);
    expect(answer?.profileId).toBe(id);
    expect(answer?.firmware).not.toBe('');
  });

  it('learns the type and the reach of the machine where it tells them', async () => {
    const clock = new FakeClock();
    const answer = await ask(clock, portOf(clock, 'marlin-2').transport);
    expect(answer).toMatchObject({ machineType: '3D Printer', sizeMm: { x: 200, y: 200, z: 200 } });
  });

  it('sends nothing but the request for the name, and closes the port', async () => {
    const clock = new FakeClock();
    const port = portOf(clock, 'prusa-mk3');
    await ask(clock, port.transport);
    expect(new Set(port.written)).toEqual(new Set(['\nM115\n']));
    expect(port.isOpen()).toBe(false);
    expect(clock.pending).toBe(0);
  });

  it('gives up when nothing answers', async () => {
    const clock = new FakeClock();
    expect(await ask(clock, deaf)).toBeNull();
    expect(clock.pending).toBe(0);
  });

  it('lets the port go at once when a machine needs it', async () => {
    const clock = new FakeClock();
    const port = portOf(clock, 'marlin-2');
    const needed = new AbortController();
    const answer = askFirmware(port.transport, {
      ...{ clock, profiles, withinMs: 12_000, signal: needed.signal },
    });
    await new Promise((resolve) => setImmediate(resolve));
    needed.abort();
    expect(await answer).toBeNull();
    expect(port.isOpen()).toBe(false);
  });
});
