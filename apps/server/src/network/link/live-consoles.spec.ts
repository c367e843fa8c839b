import type { MachineTelemetry } from '@pandafab/lab-link';
import { type LabId, type MachineId, newId } from '@pandafab/shared';
import { FakeClock } from '@pandafab/testing';
import type { LinkSender } from './link-sender';
import { LiveConsoles } from './live-consoles';
import { PresenceBook } from './presence-book';

const EPOCH = 4;
const labId = newId<LabId>();
const machineId = newId<MachineId>();
const LINES = ['  0.100 > M105', '  0.104 < ok T:20.0 /0.0'];

describe('the lines between an agent and a machine', () => {
  let clock: FakeClock;
  let presence: PresenceBook;
  let asked: unknown[][];
  let consoles: LiveConsoles;

  beforeEach(() => {
    clock = new FakeClock();
    presence = new PresenceBook(clock);
    asked = [];
    const sender = { say: (...said: unknown[]) => asked.push(said) } as unknown as LinkSender;
    consoles = new LiveConsoles(clock, presence, sender);
    presence.arrive(labId, EPOCH);
  });
  const tell = (console?: string[]) =>
    presence.record(labId, EPOCH, [{ machineId, state: 'printing', console } as MachineTelemetry]);
  const read = () => consoles.read(labId, machineId);

  it('are returned once the agent has sent them, and never for another lab', () => {
    tell();
    expect(read()).toBeNull();
    tell(LINES);
    expect(read()).toEqual(LINES);
    const other = newId<LabId>();
    presence.arrive(other, 1);
    expect(consoles.read(other, machineId)).toBeNull();
    tell([]);
    expect(read()).toEqual([]);
  });

  it('are asked for with a time limit, every three seconds however often they are read', () => {
    for (let at = 0; at < 7_000; at += 500) {
      read();
      clock.advance(500);
    }
    expect(asked).toHaveLength(3);
    expect(asked[0]).toEqual([labId, 'watch', { epoch: EPOCH, machineId }, { expiresInMs: 10_000 }]);
  });

  it('are asked for each machine separately', () => {
    read();
    consoles.read(labId, newId<MachineId>());
    expect(asked).toHaveLength(2);
  });

  it('are gone when the agent stops sending them, or goes offline', () => {
    tell(LINES);
    clock.advance(4_999);
    expect(read()).toEqual(LINES);
    clock.advance(1);
    expect(read()).toBeNull();
    presence.leave(labId);
    expect(read).toThrow(expect.objectContaining({ code: 'LAB.AGENT_OFFLINE' }));
  });
});
