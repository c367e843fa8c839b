import type { MachineConfig } from '@pandafab/lab-link';
import type { MachineDriver, MachineStatus } from '@pandafab/machine-host';
import { Fault, type MachineId, type MachineState, newId } from '@pandafab/shared';
import { FakeClock } from '@pandafab/testing';
import { pino } from 'pino';
import { MachineFleet } from './machine-fleet';

/** A driver whose machine is controlled by the test. */
class ScriptedDriver implements MachineDriver {
  reachable = true;
  connects = 0;
  disconnects = 0;
  coolings = 0;
  /** What the machine's answer to that waits for. */
  answers: Promise<void> = Promise.resolve();
  private state: MachineState = 'disconnected';
  private inDoubt = false;
  private listener: (status: MachineStatus) => void = () => {};

  become(state: MachineState, inDoubt = this.inDoubt): void {
    this.state = state;
    this.inDoubt = inDoubt;
    this.listener(this.status());
  }
  doubtHeaters(): void {
    this.become('disconnected', true);
  }
  async connect(): Promise<void> {
    this.connects++;
    if (!this.reachable) throw new Fault('MACHINE.PORT_ABSENT', { address: '/dev/none' });
    if (this.hangs) {
      this.become('connecting');
      await new Promise((_, reject) => {
        this.giveUp = reject;
      });
    }
    this.become('ready', false);
  }
  async disconnect(): Promise<void> {
    this.disconnects++;
    this.become('disconnected');
  }
  async heatersOff(): Promise<void> {
    this.coolings++;
    await this.answers;
    if (!this.reachable) throw new Fault('MACHINE.HEATERS_UNCONFIRMED');
  }
  async run(): Promise<never> {
    throw new Fault('MACHINE.NOT_READY', { state: this.state });
  }
  pause(): void {}
  resume(): void {}
  cancel(): void {}
  answer(): void {}
  transcript(): string {
    return '';
  }
  consoleTail(): string[] {
    return [];
  }
  /** How many stops its line took. */
  stops = 0;
  /** Lets the line be open while the machine has not answered yet. */
  hangs = false;
  private giveUp: (reason: Fault) => void = () => {};

  emergencyStop(): void {
    if (this.state === 'disconnected') return;
    this.stops++;
    this.giveUp(new Fault('MACHINE.EMERGENCY_STOP'));
    this.become('halted');
  }
  status(): MachineStatus {
    return {
      state: this.state,
      firmware: null,
      readings: [],
      heatersUnknown: this.inDoubt,
      needsPerson: this.inDoubt ? HEATERS_UNKNOWN : null,
    };
  }
  onStatus(listener: (status: MachineStatus) => void): () => void {
    this.listener = listener;
    return () => {
      this.listener = () => {};
    };
  }
}

const HEATERS_UNKNOWN = {
  ...({ id: 1, kind: 'heaters-unknown', message: '', buttons: [], cooled: false } as const),
};
const machineId = newId<MachineId>();
const config: MachineConfig = {
  ...{ machineId, name: 'Bench', profileId: 'marlin-2' },
  ...{ address: '/dev/none', credentials: null, baudRate: 115_200 },
};
const never = new AbortController().signal;

describe('the lab’s machines', () => {
  let clock: FakeClock;
  let drivers: ScriptedDriver[];
  let cooled: MachineId[];
  let recorded: string[];
  let fleet: MachineFleet;

  const make = (hot: readonly MachineId[] = [], reachable = true) => {
    clock = new FakeClock();
    drivers = [];
    cooled = [];
    recorded = [];
    fleet = new MachineFleet({
      clock,
      log: pino({ level: 'silent' }),
      hot,
      onCooled: async (id) => void cooled.push(id),
      onEvent: (event) => recorded.push(event.type === 'machine.heaters' ? event.state : event.type),
      createDriver: () => {
        const driver = new ScriptedDriver();
        driver.reachable = reachable;
        drivers.push(driver);
        return driver;
      },
    });
    fleet.update([config]);
  };
  const stopsAfterReconnect = async () => {
    const mine = driver();
    [mine.reachable, mine.hangs] = [true, false];
    fleet.find(machineId)?.reconnect();
    await settle();
    return mine.stops;
  };
  const driver = (index = 0) => drivers[index] as ScriptedDriver;
  const settle = () => clock.advanceAsync(0);

  it('a stop of a machine that is not described yet is sent once, as soon as its line is open', async () => {
    make();
    fleet.update([]);
    await settle();
    fleet.emergencyStop(machineId);
    fleet.update([config]);
    await settle();
    expect([driver(1).stops, driver(1).status().state]).toEqual([1, 'halted']);
    fleet.find(machineId)?.reconnect();
    await settle();
    expect([driver(1).stops, driver(1).status().state]).toEqual([1, 'ready']);
  });

  it('a stop of an unreachable machine is sent when the machine is reachable', async () => {
    make([], false);
    await settle();
    let taken = false;
    void fleet.emergencyStop(machineId).then(() => {
      taken = true;
    });
    await settle();
    expect(taken).toBe(false);
    expect(await stopsAfterReconnect()).toBe(1);
    expect(taken).toBe(true);
    expect(await stopsAfterReconnect()).toBe(1);
  });

  it('a stop that waits for a closed line follows the machine to its new address', async () => {
    make([], false);
    await settle();
    const taken = fleet.emergencyStop(machineId);
    fleet.update([{ ...config, address: 'serial:///dev/other' }]);
    await settle();
    driver(1).reachable = true;
    await clock.advanceAsync(5000);
    await taken;
    expect([driver(0).stops, driver(1).stops]).toEqual([0, 1]);
  });

  it('a stop of a machine that is being connected is sent immediately, and not again after its reset', async () => {
    make([], false);
    await settle();
    driver().hangs = true;
    driver().reachable = true;
    fleet.find(machineId)?.reconnect();
    await settle();
    fleet.emergencyStop(machineId);
    await settle();
    expect(driver().stops).toBe(1);
    expect(await stopsAfterReconnect()).toBe(1);
  });

  afterEach(async () => {
    await fleet.stop();
    expect(clock.pending).toBe(0);
  });

  it('are connected, and retried with growing pauses while they cannot be reached', async () => {
    make([], false);
    await clock.advanceAsync(5000);
    expect(driver().connects).toBe(2);
    await clock.advanceAsync(9999);
    expect(driver().connects).toBe(2);
    await clock.advanceAsync(1);
    expect(driver().connects).toBe(3);
    driver().reachable = true;
    await clock.advanceAsync(20_000);
    expect([driver().connects, fleet.find(machineId)?.isReady]).toEqual([4, true]);
    await clock.advanceAsync(3_600_000);
    expect(driver().connects).toBe(4);
  });

  it('are never reconnected during a run, but afterwards', async () => {
    make();
    const taken = await fleet.take(machineId, never);
    driver().become('faulted');
    await clock.advanceAsync(3_600_000);
    expect(driver().connects).toBe(1);
    taken.free(true);
    await clock.advanceAsync(5000);
    expect(driver().connects).toBe(2);
  });

  it.each([
    ['halted by itself', 'halted'],
    ['was reset', 'faulted'],
  ] as const)(
    'with one %s are connected again once it has started, without reopening its line',
    async (_how, state) => {
      make();
      const taken = await fleet.take(machineId, never);
      driver().become(state, state === 'faulted');
      taken.free(true);
      await clock.advanceAsync(1_000);
      driver().become('connecting', true);
      await clock.advanceAsync(20_000);
      expect([driver().connects, fleet.find(machineId)?.isReady]).toEqual([1, false]);
      driver().become('ready', false);
      await settle();
      expect([driver().connects, driver().disconnects]).toEqual([1, 0]);
      expect(driver().coolings).toBeGreaterThan(0);
      expect(fleet.find(machineId)?.isReady).toBe(true);
      expect(cooled).toEqual([machineId]);
    },
  );

  it('are left only when they have confirmed that their heaters are off', async () => {
    make();
    const taken = await fleet.take(machineId, never);
    let answer = () => {};
    driver().answers = new Promise((resolve) => (answer = resolve));
    taken.free(true);
    const stopped = fleet.stop();
    await settle();
    expect([driver().coolings, driver().disconnects, cooled]).toEqual([1, 0, []]);
    answer();
    await stopped;
    expect([driver().coolings, driver().disconnects, cooled]).toEqual([1, 1, [machineId]]);
  });

  it('ask for a person while the heaters of an earlier run may be on', async () => {
    make([machineId], false);
    await settle();
    expect(fleet.find(machineId)?.status()).toMatchObject({
      heatersUnknown: true,
      needsPerson: { kind: 'heaters-unknown' },
    });
    driver().reachable = true;
    await clock.advanceAsync(5000);
    expect(fleet.find(machineId)?.status()).toMatchObject({ heatersUnknown: false, needsPerson: null });
    expect(cooled).toEqual([machineId]);
    expect(recorded).toEqual(['unknown', 'off']);
  });

  it('are not reconnected after a stop until a person requests it', async () => {
    make();
    await settle();
    fleet.find(machineId)?.emergencyStop();
    await clock.advanceAsync(3_600_000);
    expect(driver().connects).toBe(1);
    fleet.find(machineId)?.reconnect();
    await settle();
    expect([driver().connects, driver().coolings, fleet.find(machineId)?.isReady]).toEqual([2, 1, true]);
  });

  it.each([
    ['M112', () => fleet.find(machineId)?.emergencyStop()],
    ['a runaway', () => undefined],
  ])('report the same heater state after a halt by %s', async (_name, stop) => {
    make();
    const taken = await fleet.take(machineId, never);
    const seen: boolean[] = [];
    const look = () => seen.push(fleet.find(machineId)?.status().heatersUnknown ?? true);
    stop();
    driver().become('halted', false);
    look();
    taken.free(true);
    look();
    await settle();
    await clock.advanceAsync(60_000);
    look();
    expect([seen, recorded, cooled]).toEqual([[false, false, false], [], [machineId]]);
    expect(fleet.find(machineId)?.isReady).toBe(false);
  });

  it('that were stopped while unreachable are stopped when reachable, then left alone until a person reconnects them', async () => {
    make([], false);
    await settle();
    fleet.find(machineId)?.emergencyStop();
    driver().reachable = true;
    await clock.advanceAsync(3_600_000);
    expect([driver().connects, driver().stops, fleet.find(machineId)?.isReady]).toEqual([2, 1, false]);
    fleet.find(machineId)?.reconnect();
    await settle();
    expect(fleet.find(machineId)?.isReady).toBe(true);
  });

  it('left hot by an earlier process are switched off before anything else', async () => {
    make([machineId], false);
    expect(fleet.find(machineId)?.status().heatersUnknown).toBe(true);
    driver().reachable = true;
    await clock.advanceAsync(5000);
    expect([driver().coolings, cooled]).toEqual([1, [machineId]]);
    expect(fleet.find(machineId)?.status().heatersUnknown).toBe(false);
  });

  it('that do not answer about their heaters are asked again, and given to no run meanwhile', async () => {
    make();
    const taken = await fleet.take(machineId, never);
    driver().reachable = false;
    taken.free(true);
    await clock.advanceAsync(10_000);
    expect([driver().coolings, fleet.find(machineId)?.isReady]).toEqual([3, false]);
    driver().reachable = true;
    await clock.advanceAsync(5000);
    expect([cooled, fleet.find(machineId)?.isReady]).toEqual([[machineId], true]);
  });

  it('belong to one run at a time', async () => {
    make();
    const first = await fleet.take(machineId, never);
    let second = false;
    const waiting = fleet.take(machineId, never).then((taken) => {
      second = true;
      return taken;
    });
    await clock.advanceAsync(60_000);
    expect(second).toBe(false);
    first.free(false);
    (await waiting).free(false);
  });

  it.each([
    ['not in the lab', 'LAB.MACHINE_UNKNOWN', () => fleet.update([])],
    ['another run’s', 'LAB.MACHINE_BUSY', () => fleet.take(machineId, never)],
    ['switched off', 'MACHINE.NOT_READY', () => driver().become('halted')],
  ])('%s are waited for, for a limited time', async (_name, code, prepare) => {
    make();
    await settle();
    await prepare();
    const refused = expect(fleet.take(machineId, never)).rejects.toMatchObject({ code });
    await clock.advanceAsync(120_000);
    await refused;
  });

  it('are not waited for when the run is cancelled', async () => {
    make([], false);
    const cancel = new AbortController();
    const refused = expect(fleet.take(machineId, cancel.signal)).rejects.toThrow('cancelled');
    cancel.abort(new Error('cancelled'));
    await refused;
  });

  it.each([
    ['address', { address: '/dev/other' }],
    ['credentials', { credentials: { username: 'ana', password: 'new' } }],
    ['profile', { profileId: 'marlin-1' }],
  ])('change their line only between runs when they get another %s', async (_what, changes) => {
    make();
    const taken = await fleet.take(machineId, never);
    fleet.update([{ ...config, ...changes }]);
    await settle();
    expect([drivers.length, driver().disconnects]).toEqual([1, 0]);
    taken.free(false);
    await settle();
    expect([drivers.length, driver().disconnects, driver(1).connects]).toEqual([2, 1, 1]);
  });
});
