import type { HttpClient } from '@pandafab/testing';
import type { Actor } from '../city/actor';
import { CalmClock, type CalmTick } from './calm-clock';

describe('calm time', () => {
  const agent = { steadyMs: 60_000 };
  const server = { steadyMs: 60_000 };
  const state = { agentIsWell: true, isWell: true, online: true };
  let ticks: CalmTick[];
  let clock: CalmClock;

  const client = {
    get: async () => ({ status: 200, body: { items: [{ id: 'north', agentOnline: state.online }] } }),
  } as unknown as HttpClient;
  /** The lab's calm time in the last second. */
  const second = async () => {
    ticks = [];
    await jest.advanceTimersByTimeAsync(1000);
    const sum = (of: 'agentMs' | 'chainMs') =>
      ticks.some((tick) => tick[of] === undefined)
        ? undefined
        : ticks.reduce((all, tick) => all + (tick[of] ?? 0), 0);
    return { agentMs: sum('agentMs'), chainMs: sum('chainMs') };
  };

  beforeEach(async () => {
    jest.useFakeTimers();
    Object.assign(state, { agentIsWell: true, isWell: true, online: true });
    agent.steadyMs = server.steadyMs = 60_000;
    const chain = { labId: 'north', agent: agent as Actor, agentIsWell: () => state.agentIsWell };
    clock = new CalmClock(
      () => [chain],
      () => [server as Actor],
      () => state.isWell,
      () => [client],
    );
    clock.onTick((tick) => ticks.push(tick));
    clock.start();
    await second();
  });
  afterEach(() => {
    clock.stop();
    jest.useRealTimers();
  });

  it('continues while everything that is needed is there', async () => {
    expect(await second()).toEqual({ agentMs: 1000, chainMs: 1000 });
  });

  it('continues for what the agent does alone while a server has just started, or a common part has trouble', async () => {
    server.steadyMs = 100;
    expect(await second()).toEqual({ agentMs: 1000, chainMs: undefined });
    server.steadyMs = 60_000;
    state.isWell = false;
    expect(await second()).toEqual({ agentMs: 1000, chainMs: undefined });
  });

  it('stops while the agent is away, or without what it needs', async () => {
    agent.steadyMs = 0;
    expect(await second()).toEqual({ agentMs: undefined, chainMs: undefined });
    agent.steadyMs = 60_000;
    state.agentIsWell = false;
    expect(await second()).toEqual({ agentMs: undefined, chainMs: undefined });
  });

  it('stops for orders soon after a server has said that the lab is offline', async () => {
    state.online = false;
    await second();
    await second();
    await second();
    expect(await second()).toEqual({ agentMs: 1000, chainMs: undefined });
  });

  it('alone counts for what is waited for', async () => {
    const failed = jest.fn();
    void clock.pollUntil('north', 'the end', () => false, 3000).catch(failed);
    state.isWell = false;
    for (let seconds = 0; seconds < 10; seconds++) await second();
    expect(failed).not.toHaveBeenCalled();
    state.isWell = true;
    for (let seconds = 0; seconds < 4; seconds++) await second();
    expect(failed).toHaveBeenCalledWith(
      expect.objectContaining({ message: expect.stringContaining('the end') }),
    );
    expect(await clock.pollUntil('north', 'an answer', () => 'an answer', 3000)).toBe('an answer');
  });
});
