import { defaultProfilesDirectory, loadProfiles } from '@pandafab/firmware';
import type { MachineConfig, ReportedPort } from '@pandafab/lab-link';
import { type MachineId, newId, systemClock } from '@pandafab/shared';
import { type Child, type PtyPair, pollUntil, startChild, startPtyPair } from '@pandafab/testing';
import { pino } from 'pino';
import { askPort } from '../../../apps/agent/src/ports/ask-port';
import { PortsDesk } from '../../../apps/agent/src/ports/ports-desk';

const CLI = `${__dirname}/../../../apps/cli/bin/pandafab.mjs`;
const profiles = loadProfiles(defaultProfilesDirectory);

/** Two serial lines: a virtual machine listens on one of them, and nothing on the other. */
describe('the serial ports of an agent', () => {
  let occupied: PtyPair;
  let empty: PtyPair;
  let printer: Child;
  let machines: MachineConfig[];
  let latest: readonly ReportedPort[];
  let desk: PortsDesk;

  beforeAll(async () => {
    [occupied, empty] = await Promise.all([startPtyPair(), startPtyPair()]);
    const at = ['--profile', 'prusa-mk3', '--port', occupied.machinePath];
    printer = await startChild(process.execPath, [CLI, 'simulate', ...at, '--speed', '100']);
    await pollUntil('the machine to be on', () => printer.output().includes('prusa-mk3'));
    [machines, latest] = [[], []];
    const devices = [occupied, empty].map(({ hostPath }) => ({
      ...{ path: hostPath, device: hostPath, maker: null, product: null, serialNumber: null },
    }));
    desk = new PortsDesk({
      clock: systemClock,
      log: pino({ level: 'silent' }),
      key: async () => '',
      list: async () => devices,
      ask: askPort({ clock: systemClock, profiles }),
      machines: () => machines,
      report: (ports) => {
        latest = ports;
      },
    });
    desk.start();
  });
  afterAll(async () => {
    desk?.stop();
    await printer?.stop();
    await Promise.all([occupied, empty].map((pair) => pair?.stop()));
  });

  const at = ({ hostPath }: PtyPair) => latest.find(({ path }) => path === hostPath);

  it('say which machine is behind them, and where nothing answers', async () => {
    await desk.askAll();
    expect(at(occupied)).toMatchObject({
      state: 'answered',
      answer: { profileId: 'prusa-mk3', machineType: 'Prusa i3 MK3S', baudRate: 115_200 },
    });
    expect(at(empty)).toMatchObject({ state: 'silent', answer: null });
  });

  it('are not opened while a machine uses them', async () => {
    machines = [occupied, empty]
      .toSorted((a, b) => a.hostPath.localeCompare(b.hostPath))
      .map(({ hostPath }, at) => ({
        ...{ machineId: newId<MachineId>(), name: `Panda ${at}`, profileId: 'prusa-mk3' },
        ...{ address: hostPath, credentials: null, baudRate: 115_200 },
      }));
    desk.machinesChanged();
    const used = machines.map(({ machineId }) => ({ state: 'used', machineId, answer: null }));
    expect(latest).toMatchObject(used);
    await desk.askAll();
    expect(latest).toMatchObject(used);
  });
});
