import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VirtualMachine } from '@pandafab/machine-sim';
import { systemClock } from '@pandafab/shared';
import { Command } from 'commander';
import { registerStream } from '../../apps/cli/src/commands/stream';
import { commandsOf, fixture, hashOf, profileOf } from './bench';

/** The JSON in the last line of the output, and the exit code. */
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
  it('sends a sliced file and reports what was accepted', async () => {
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

  const written = async (text: string) => {
    const folder = await mkdtemp(join(tmpdir(), 'pandafab-'));
    const file = join(folder, 'part.gcode');
    await writeFile(file, text);
    return { file, remove: () => rm(folder, { recursive: true }) };
  };

  it('does not send forbidden commands, and warns', async () => {
    const { file, remove } = await written('G28\nG1 X5 F3000\nM500\nG1 X9\nM280 P0 S10\nG1 X7\n');
    const { machine, port, unplug } = await plugIn();
    const { result, exitCode } = await stream(file, '--port', port, '--profile', 'marlin-2');
    await unplug();
    await remove();

    expect(exitCode).toBe(0);
    expect(result).toMatchObject({
      ...{ outcome: 'done', lines: 5, heatersUnknown: false },
      findings: [
        { line: 3, command: 'M500', severity: 'strip', what: expect.stringContaining('M500') },
        { line: 5, severity: 'warn' },
      ],
    });
    expect(machine.record.commandsAccepted).toBe(5);
  });

  it.each([
    ['M997', 'GUARD.FIRMWARE'],
    // A placeholder that the slicer did not replace, as in Cura's end scripts.
    ['G1 X5 Y{machine_depth} F3000', /^GUARD\./],
    ['M104 S400', /^GUARD\./],
    ['G1 X900 F3000', /^GUARD\./],
  ])('judges the whole file before its first line: %s near its end', async (command, code) => {
    const moves = Array.from({ length: 40_000 }, (_, i) => `G1 X${5 + (i % 90)} F3000`);
    const { file, remove } = await written(['G28', ...moves, command, 'G28'].join('\n'));
    const { machine, port, unplug } = await plugIn();
    const limits = ['--volume', '200x200x200', '--max-nozzle', '275'];
    const { result, exitCode } = await stream(file, '--port', port, '--profile', 'marlin-2', ...limits);
    await unplug();
    await remove();

    expect(exitCode).toBe(3);
    const cause = {
      code: typeof code === 'string' ? code : expect.stringMatching(code),
      details: { line: 40_002 },
    };
    expect(result).toMatchObject({ outcome: 'failed', cause, lines: 0, heatersUnknown: false });
    expect(machine.record.commandsAccepted).toBe(0);
  });

  it('refuses a mistake that only the whole file shows: E in cubic millimetres without M200', async () => {
    const moves = Array.from({ length: 200 }, (_, i) => `G1 X${5 + (i % 90)} E${i + 1} F3000`);
    const { file, remove } = await written([';FLAVOR:UltiGCode', 'G28', 'M109 S200', ...moves].join('\n'));
    const { result, exitCode } = await stream(file, '--port', '/dev/nothing', '--profile', 'marlin-2');
    await remove();
    expect(exitCode).toBe(3);
    expect(result).toMatchObject({
      outcome: 'failed',
      lines: 0,
      cause: { code: expect.stringMatching(/VOLUMETRIC/) },
    });
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
