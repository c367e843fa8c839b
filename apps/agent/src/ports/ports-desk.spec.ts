import type { MachineConfig, PortAnswer, ReportedPort } from '@pandafab/lab-link';
import type { SerialDevice } from '@pandafab/machine-host';
import { Fault, type MachineId, newId } from '@pandafab/shared';
import { FakeClock } from '@pandafab/testing';
import { pino } from 'pino';
import { PortsDesk } from './ports-desk';

const deviceAt = (path: string): SerialDevice => ({
  ...{ path, device: path, maker: 'Prusa Research\u0000', product: 'MK3', serialNumber: 'CZPX1' },
});
const answer: PortAnswer = {
  ...{ baudRate: 115_200, firmware: 'Prusa-Firmware 3.13.3', machineType: 'Prusa i3 MK3S' },
  ...{ profileId: 'prusa-mk3', sizeMm: null },
};
const machineAt = (address: string): MachineConfig => ({
  ...{ machineId: newId<MachineId>(), name: 'Panda 1', profileId: 'prusa-mk3', address },
  ...{ credentials: null, baudRate: 115_200 },
});
const settle = async () => {
  for (let i = 0; i < 5; i++) await new Promise((resolve) => setImmediate(resolve));
};

describe('the serial ports of a lab’s computer', () => {
  let clock: FakeClock;
  let plugged: SerialDevice[];
  let machines: MachineConfig[];
  let opened: string[];
  let reports: (readonly ReportedPort[])[];
  let lists: number;
  let behind: (path: string, signal: AbortSignal) => Promise<PortAnswer | null>;
  let desk: PortsDesk;

  beforeEach(async () => {
    clock = new FakeClock();
    plugged = [deviceAt('/dev/a'), deviceAt('/dev/b')];
    [machines, opened, reports, lists] = [[], [], [], 0];
    behind = async () => answer;
    desk = new PortsDesk({
      clock,
      log: pino({ level: 'silent' }),
      key: async () => plugged.map(({ path }) => path).join(' '),
      list: async () => {
        lists++;
        return plugged;
      },
      ask: (path, signal) => {
        opened.push(path);
        return behind(path, signal);
      },
      machines: () => machines,
      report: (ports) => reports.push(ports),
    });
    desk.start();
    await settle();
  });
  afterEach(() => {
    desk.stop();
    expect(clock.pending).toBe(0);
  });

  const latest = () => (reports.at(-1) ?? []).map(({ path, state }) => [path, state]);
  const lookAgain = async () => {
    clock.advance(5_000);
    await settle();
  };

  it('are reported without opening any of them', () => {
    expect(latest()).toEqual([
      ['/dev/a', 'unasked'],
      ['/dev/b', 'unasked'],
    ]);
    expect(reports[0]?.[0]).toMatchObject({ maker: 'Prusa Research', product: 'MK3', machineId: null });
    expect(opened).toEqual([]);
  });

  it('are reported again when a device is plugged in or pulled out, and listed only then', async () => {
    await lookAgain();
    expect([reports.length, lists]).toEqual([1, 1]);
    plugged = [deviceAt('/dev/b')];
    await lookAgain();
    expect(latest()).toEqual([['/dev/b', 'unasked']]);
    expect(lists).toBe(2);
  });

  it('are asked what is behind them when a person wants to know, except those of machines', async () => {
    machines = [machineAt('/dev/a')];
    desk.machinesChanged();
    expect(latest()).toEqual([
      ['/dev/a', 'used'],
      ['/dev/b', 'unasked'],
    ]);
    await desk.askAll();
    expect(opened).toEqual(['/dev/b']);
    expect(reports.at(-1)?.[1]).toMatchObject({ state: 'answered', answer });
    expect(reports.at(-2)?.[1]?.state).toBe('asking');
  });

  it.each([
    ['silent', async () => null],
    ['busy', async () => Promise.reject(new Fault('MACHINE.PORT_BUSY', { address: '/dev/a' }))],
    ['forbidden', async () => Promise.reject(new Fault('MACHINE.PORT_REFUSED', { address: '/dev/a' }))],
  ])('can be %s', async (state, result) => {
    behind = result;
    await desk.askAll();
    expect(latest()).toEqual([
      ['/dev/a', state],
      ['/dev/b', state],
    ]);
  });

  it('are let go at once when a machine is given one that is being asked', async () => {
    behind = (_path, signal) =>
      new Promise((resolve) => signal.addEventListener('abort', () => resolve(null)));
    const asked = desk.askAll();
    await settle();
    machines = [machineAt('/dev/a')];
    desk.machinesChanged();
    await settle();
    expect(latest()).toEqual([
      ['/dev/a', 'used'],
      ['/dev/b', 'asking'],
    ]);
    desk.stop();
    await asked;
  });

  it('are all reported again to a server that has just welcomed the agent', () => {
    desk.reportAgain();
    expect(reports).toHaveLength(2);
    expect(reports[1]).toEqual(reports[0]);
  });

  it('forget an answer when the device is pulled out', async () => {
    await desk.askAll();
    plugged = [];
    await lookAgain();
    plugged = [deviceAt('/dev/a')];
    await lookAgain();
    expect(latest()).toEqual([['/dev/a', 'unasked']]);
  });
});
