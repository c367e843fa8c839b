import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import {
  type Child,
  numbered,
  pollUntil,
  startChild,
  type TemporaryDirectory,
  temporaryDirectory,
} from '@pandafab/testing';
import { SerialPort } from 'serialport';

const pandafab = join(__dirname, '../../apps/cli/bin/pandafab.mjs');
let scratch: TemporaryDirectory;
let simulator: Child;

const simulate = (...args: readonly string[]) =>
  startChild(process.execPath, [pandafab, 'simulate', '--profile', 'marlin-2', '--json', ...args], {
    typed: true,
  });
const objects = (): Record<string, unknown>[] =>
  simulator
    .output()
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));
const addressOf = async () => {
  const said = await pollUntil('its address', () => {
    if (!simulator.running()) throw new Error(`it ended: ${simulator.output()}`);
    return objects()[0];
  });
  return String(said.address);
};

beforeEach(async () => {
  scratch = await temporaryDirectory();
});
afterEach(async () => {
  await simulator.stop();
  await scratch.remove();
});

describe('pandafab simulate', () => {
  it('talks over TCP and ends on SIGINT with its record', async () => {
    simulator = await simulate('--port', 'tcp://127.0.0.1:0', '--speed', '1000');
    const { hostname, port } = new URL(await addressOf());
    const host = connect(Number(port), hostname);
    let heard = '';
    host.on('data', (bytes) => {
      heard += bytes;
    });
    await once(host, 'connect');
    const commands = ['M302 P1', 'G28', 'M83', 'G1 X20 E1.5 F6000', 'M400'];
    host.write(commands.map((command, index) => `${numbered(index + 1, command)}\n`).join(''));
    await pollUntil('five answers', () => heard === 'ok\n'.repeat(5));
    await simulator.stop('SIGINT');
    expect(objects().at(-1)).toMatchObject({
      state: 'running',
      commandsAccepted: 5,
      commandsExecuted: 5,
      filamentUm: [1500],
      position: { X: 20 },
    });
  });

  it('makes a serial device, and ends when its plug is pulled', async () => {
    const link = join(scratch.path, 'printer');
    simulator = await simulate('--port', 'pty', '--link', link, '--faults', 'unplug@2');
    expect(await addressOf()).toBe(link);
    const host = new SerialPort({ path: link, baudRate: 115_200 });
    await once(host, 'open');
    host.write(`${numbered(1, 'G90')}\n${numbered(2, 'G91')}\n`);
    await pollUntil('its end', () => !simulator.running());
    expect(objects().at(-1)).toMatchObject({ state: 'unplugged', commandsAccepted: 2 });
    expect(existsSync(link)).toBe(false);
    if (host.isOpen) await new Promise((resolve) => host.close(resolve));
  });

  it('is switched off and on by a key, also after an emergency stop', async () => {
    simulator = await simulate('--port', 'tcp://127.0.0.1:0', '--speed', '1000');
    const { hostname, port } = new URL(await addressOf());
    const host = connect(Number(port), hostname);
    let heard = '';
    host.on('data', (bytes) => {
      heard += bytes;
    });
    await once(host, 'connect');
    host.write('M112\n');
    await pollUntil('its last words', () => heard.includes('kill() called'));
    simulator.write('o\n');
    await pollUntil('its banner', () => heard.includes('start'));
    heard = '';
    host.write('M115\n');
    await pollUntil('an answer', () => heard.includes('Cap:PANDAFAB_SPEED:1000') && heard.includes('ok'));
    await simulator.stop('SIGINT');
    expect(objects().at(-1)).toMatchObject({ state: 'running' });
  });

  it('names the profiles there are', async () => {
    simulator = await simulate('--port', 'pty', '--profile', 'griffin');
    await pollUntil('its end', () => !simulator.running());
    expect(objects().at(-1)).toMatchObject({ error: { code: 'MACHINE.UNKNOWN_PROFILE' } });
  });
});
