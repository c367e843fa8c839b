import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualMachine } from '@pandafab/machine-sim';
import { systemClock } from '@pandafab/shared';
import { Command } from 'commander';
import { registerStream } from '../../apps/cli/src/commands/stream';
import { commandsOf, fixture, hashOf, profileOf } from './bench';

/** What the command prints as JSON on its last line, and its exit code. */
async function stream(...args: readonly string[]): Promise<{ result: object; exitCode: unknown }> {
  const printed: string[] = [];
  const out = jest
    .spyOn(process.stdout, 'write')
    .mockImplementation((text) => printed.push(String(text)) > 0);
  const err = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
  try {
    const program = new Command().exitOverride();
    registerStream(program);
    await program.parseAsync(['stream', ...args, '--json'], { from: 'user' });
    return { result: JSON.parse(printed.at(-1) ?? '{}'), exitCode: process.exitCode ?? 0 };
  } finally {
    out.mockRestore();
    err.mockRestore();
    process.exitCode = 0;
  }
}

interface Plugged {
  readonly machine: VirtualMachine;
  readonly port: string;
  unplug(): Promise<void>;
}

/** A virtual machine behind a socket. */
async function plugIn(): Promise<Plugged> {
  let host: Socket | null = null;
  const machine = new VirtualMachine({
    ...{ profile: profileOf('marlin-2'), clock: systemClock, speed: 100_000 },
    send: (bytes) => host?.write(bytes),
  });
  const server = createServer((socket) => {
    host = socket.setNoDelay(true).on('data', (bytes) => machine.receive(bytes));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  machine.powerOn();
  const bound = server.address();
  return {
    machine,
    port: `tcp://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`,
    unplug: async () => {
      machine.powerOff();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

describe('pandafab stream', () => {
  it('sends a sliced file and says what was accepted', async () => {
    const file = fixture('cube20.gcode');
    const { machine, port, unplug } = await plugIn();
    const { result, exitCode } = await stream(file, '--port', port, '--profile', 'marlin-2');
    await unplug();

    const commands = await commandsOf(file);
    expect(exitCode).toBe(0);
    expect(result).toMatchObject({ outcome: 'done', cause: null, lines: commands.length, resends: 0 });
    expect(result).toMatchObject({ sha256: hashOf(commands), filamentMm: [expect.closeTo(1657.8, 0)] });
    expect(machine.record.sha256).toBe(hashOf(commands));
  });

  it('leaves out what the machine must not be told, and ends the run at what is dangerous', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'pandafab-'));
    const file = join(folder, 'part.gcode');
    await writeFile(file, 'G28\nG1 X5 F3000\nM500\nG1 X9\nM997\nG1 X7\n');
    const { machine, port, unplug } = await plugIn();
    const { result, exitCode } = await stream(file, '--port', port, '--profile', 'marlin-2');
    await unplug();
    await rm(folder, { recursive: true });

    expect(exitCode).toBe(1);
    expect(result).toMatchObject({
      ...{ outcome: 'failed', cause: { code: 'GUARD.FIRMWARE', details: { line: 5 } } },
      ...{ lines: 3, heatersUnknown: false },
      findings: [{ line: 3, command: 'M500', severity: 'strip', what: expect.stringContaining('M500') }],
    });
    expect(machine.record.sha256).toBe(hashOf(['G28', 'G1 X5 F3000', 'G1 X9']));
  });

  it.each([
    ['a port that is not there', ['--port', '/dev/nothing', '--profile', 'marlin-2'], 'MACHINE.PORT_ABSENT'],
    [
      'a profile that is not there',
      ['--port', '/dev/nothing', '--profile', 'griffin'],
      'MACHINE.UNKNOWN_PROFILE',
    ],
  ])('names the cure for %s, and exits with 1', async (_, args, code) => {
    const { result, exitCode } = await stream(fixture('cube20.gcode'), ...args);
    expect(exitCode).toBe(1);
    expect(result).toMatchObject({ error: { code, cure: expect.any(String) } });
  });
});
