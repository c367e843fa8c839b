import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import {
  type Child,
  pollUntil,
  startChild,
  type TemporaryDirectory,
  temporaryDirectory,
} from '@pandafab/testing';

const pandafab = join(__dirname, '../../apps/cli/bin/pandafab.mjs');
const env = { ...process.env, LC_ALL: 'C.UTF-8', LANG: 'C.UTF-8' };
const CTRL_C = '\x03';

const jsonOf = (output: string): Record<string, unknown>[] =>
  output
    .split(/\r?\n/)
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

/** Undefined as long as no process listens there. */
const dial = (path: string): Promise<Socket | undefined> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(undefined));
  });

/** `pandafab stream` as a person starts it: on a terminal of its own, whose keys and screen are ours. */
class Terminal {
  screen = '';

  private constructor(
    private readonly socat: Child,
    private readonly socket: Socket,
  ) {
    socket.on('data', (bytes) => {
      this.screen += bytes;
    });
    socket.on('error', () => undefined);
  }

  static async start(directory: string, args: readonly string[]): Promise<Terminal> {
    const path = join(directory, 'terminal');
    // Its own session and controlling terminal: Ctrl-C is made a signal by the kernel, as on any terminal.
    const command = `exec:"sh ${join(directory, 'command.sh')}",pty,setsid,ctty,stderr`;
    const words = [process.execPath, pandafab, 'stream', ...args].join(' ');
    await writeFile(join(directory, 'command.sh'), `trap : INT\n${words}\necho exit code $?\n`);
    const socat = await startChild('socat', [`unix-listen:${path}`, command], { env });
    return new Terminal(socat, await pollUntil('the terminal', () => dial(path)));
  }

  type(keys: string): void {
    this.socket.write(keys);
  }

  shows(words: string): Promise<unknown> {
    return pollUntil(`“${words}” on the screen`, () => this.screen.includes(words));
  }

  async exitCode(): Promise<number> {
    await this.shows('exit code ');
    return Number(/exit code (\d+)/.exec(this.screen)?.[1]);
  }

  async stop(): Promise<void> {
    this.socket.destroy();
    await this.socat.stop();
  }
}

describe('pandafab stream on a terminal', () => {
  let scratch: TemporaryDirectory;
  let machine: Child;
  let terminal: Terminal | undefined;
  let host: Child | undefined;

  beforeEach(async () => {
    scratch = await temporaryDirectory();
  });
  afterEach(async () => {
    await terminal?.stop();
    await host?.stop();
    await machine.stop();
    terminal = undefined;
    host = undefined;
    await scratch.remove();
  });

  /** A virtual machine behind a pty, and the arguments that stream this file to it. */
  async function argumentsFor(commands: readonly string[], faults = '', profile = 'marlin-2', speed = '20') {
    const link = join(scratch.path, 'printer');
    const faulty = faults ? ['--faults', faults] : [];
    machine = await startChild(
      process.execPath,
      [
        pandafab,
        'simulate',
        '--profile',
        profile,
        '--port',
        'pty',
        '--link',
        link,
        '--speed',
        speed,
        '--json',
      ].concat(faulty),
      { env },
    );
    await pollUntil('the machine', () => existsSync(link));
    const file = join(scratch.path, 'part.gcode');
    await writeFile(file, `${commands.join('\n')}\n`);
    return [file, '--port', link, '--profile', profile, '--json'];
  }
  const record = async () => {
    await machine.stop('SIGINT');
    return jsonOf(machine.output()).at(-1);
  };
  const on = async (args: readonly string[]) => {
    terminal = await Terminal.start(scratch.path, args);
    return terminal;
  };
  const moves = (count: number) => Array.from({ length: count }, (_, i) => `G1 X${i % 50} F3000`);

  it('a file’s M0 is shown, and Enter continues', async () => {
    const here = await on(await argumentsFor(['G28', 'M0 Close the door', 'G1 X9 F3000']));
    await here.shows('The file asks: Close the door');
    await here.shows('  1) Continue');
    here.type('x\n');
    here.type('\n');
    expect(await here.exitCode()).toBe(0);
    const events = jsonOf(here.screen);
    expect(events).toContainEqual(expect.objectContaining({ event: 'answered', button: 0 }));
    expect(events.at(-1)).toMatchObject({ outcome: 'done', lines: 2, heatersUnknown: false });
  });

  it('the buttons of a firmware’s own question are numbered, and a number presses one', async () => {
    const file = ['M104 S215', 'M109 S215', 'G28', 'M83', ...moves(60).map((move) => `${move} E.5`)];
    const here = await on(await argumentsFor(file, 'runout@30', 'marlin-2-advanced-ok', '100'));
    await here.shows('The machine asks: Nozzle Parked');
    // Immediately after the run-out's own question it would count as the answer to that one.
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    here.type('1\n');
    await here.shows('The machine asks: Paused');
    await here.shows('  2) Continue');
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    here.type('2\n');
    expect(await here.exitCode()).toBe(0);
    expect(jsonOf(here.screen).at(-1)).toMatchObject({ outcome: 'done', lines: file.length });
  });

  it('Ctrl-C cancels during M109, with the heaters off', async () => {
    const here = await on(await argumentsFor(['M109 S215', ...moves(500)], '', 'marlin-2', '1'));
    await here.shows('0.0 %');
    await new Promise((resolve) => setTimeout(resolve, 500));
    here.type(CTRL_C);
    expect(await here.exitCode()).toBe(1);
    expect(jsonOf(here.screen).at(-1)).toMatchObject({ outcome: 'cancelled', heatersUnknown: false });
    expect(await record()).toMatchObject({ state: 'running', nozzles: [{ target: 0 }] });
  });

  it('a second Ctrl-C stops the machine immediately', async () => {
    const here = await on(
      await argumentsFor(['M104 S215', 'G28', 'G4 S600', ...moves(500)], '', 'marlin-2', '1'),
    );
    await here.shows('0.');
    here.type(CTRL_C);
    await here.shows('press Ctrl-C again');
    here.type(CTRL_C);
    const code = await here.exitCode();
    const said = jsonOf(here.screen).at(-1);
    expect(said).toMatchObject({ outcome: 'failed', cause: { code: 'MACHINE.EMERGENCY_STOP' } });
    expect(code).toBe(said?.heatersUnknown ? 4 : 1);
    expect(await record()).toMatchObject({ nozzles: [{ target: 0 }] });
  });

  it('a third one ends without waiting for a silent machine', async () => {
    const here = await on(
      await argumentsFor(['M104 S215', 'G28', ...moves(500)], 'silence@20', 'marlin-2', '20'),
    );
    await here.shows('0.');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    here.type(CTRL_C);
    await here.shows('press Ctrl-C again');
    here.type(CTRL_C);
    await here.shows('Ctrl-C once more');
    here.type(CTRL_C);
    expect(await here.exitCode()).toBe(4);
  });

  it('a pulled plug ends with “heaters unknown” and an exit code of its own', async () => {
    const here = await on(await argumentsFor(['M104 S215', 'G28', ...moves(500)], 'unplug@40'));
    expect(await here.exitCode()).toBe(4);
    await here.shows('Heaters unknown');
    expect(here.screen).toContain('Go to the machine and switch it off.');
    expect(jsonOf(here.screen).at(-1)).toMatchObject({
      outcome: 'failed',
      cause: { code: 'MACHINE.UNPLUGGED' },
      heatersUnknown: true,
    });
  });

  it('without a terminal it says how to answer, and SIGHUP cancels as Ctrl-C does', async () => {
    const args = await argumentsFor(['M104 S215', 'G28', 'M0 Close the door', 'G1 X9 F3000']);
    host = await startChild(process.execPath, [pandafab, 'stream', ...args], { env });
    const child = host;
    await pollUntil('the question', () => child.output().includes('Close the door'));
    expect(child.output()).toContain('--answer-from-stdin');
    await child.stop('SIGHUP');
    expect(await child.ended).toBe(1);
    expect(jsonOf(child.output()).at(-1)).toMatchObject({ outcome: 'cancelled', heatersUnknown: false });
    expect(await record()).toMatchObject({ nozzles: [{ target: 0 }] });
  });

  it('ends with its run although standard input stays open for answers', async () => {
    const args = await argumentsFor(['G28', 'M0 Close the door', 'G1 X9 F3000']);
    const child = spawn(process.execPath, [pandafab, 'stream', ...args, '--answer-from-stdin'], { env });
    try {
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (bytes) => {
          output += bytes;
        });
      await pollUntil('the question', () => output.includes('Close the door'));
      child.stdin.write('c\n');
      await pollUntil('its end', () => child.exitCode !== null);
      expect(child.exitCode).toBe(0);
      expect(jsonOf(output).at(-1)).toMatchObject({ outcome: 'done' });
    } finally {
      child.kill('SIGKILL');
    }
  });
});
