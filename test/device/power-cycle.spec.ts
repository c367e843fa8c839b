import { Bench, profileIds, profileOf } from './bench';

const ORDER = '@pandafab';

async function stopped(id: string, isDeclared: boolean): Promise<Bench> {
  const bench = new Bench({ profile: profileOf(id), isDeclared });
  await bench.connect();
  bench.driver.emergencyStop();
  await bench.clock.runUntil(() => bench.driver.status().state === 'halted');
  return bench;
}

describe('a virtual machine after an emergency stop', () => {
  it.each(profileIds)('of %s works again once it is switched off and on', async (id) => {
    const bench = await stopped(id, true);
    expect(bench.driver.status().virtualSpeed).toBe(100);
    await bench.settle(bench.driver.connect()).catch(() => undefined);
    expect(bench.driver.status().state).not.toBe('ready');
    await bench.settle(bench.driver.connect({ switchOffAndOn: true }));
    expect(bench.driver.status().state).toBe('ready');
    expect((await bench.run(['G28', 'G1 X9 F3000'])).outcome).toBe('done');
  });
});

describe('a machine that has not reported that it is virtual', () => {
  it('is never sent the command to switch off and on', async () => {
    const bench = await stopped('marlin-2', false);
    expect(bench.driver.status().virtualSpeed ?? null).toBeNull();
    await bench.settle(bench.driver.connect({ switchOffAndOn: true })).catch(() => undefined);
    expect(bench.written.join('')).not.toContain(ORDER);
  });
});
