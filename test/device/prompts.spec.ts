import { Bench, profileOf, workOf } from './bench';

const FILE = ['G28', ...Array.from({ length: 60 }, (_, i) => `G1 X${i % 50} F3000`)];

/** A run during which a person requests a filament change on the machine's own screen. */
async function filamentChange(profileId: string, prompts: boolean) {
  const profile = profileOf(profileId);
  const capabilities = { ...profile.capabilities, PROMPT_SUPPORT: prompts };
  const bench = new Bench({ profile: { ...profile, capabilities } });
  await bench.connect();
  const run = bench.driver.run(workOf(FILE), bench.observer);
  await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 20);
  bench.machine.receive(Buffer.from('M600\n'));
  return { bench, run };
}

describe('a firmware’s question to people', () => {
  it('is shown with its buttons, and answered by the index of a button', async () => {
    const { bench, run } = await filamentChange('marlin-2-advanced-ok', true);
    await bench.clock.runUntil(() => bench.driver.status().needsPerson?.kind === 'prompt');
    expect(bench.driver.status().needsPerson).toEqual({
      id: expect.any(Number),
      kind: 'prompt',
      message: 'Nozzle Parked',
      buttons: ['Continue'],
      cooled: false,
    });
    bench.answer(0);
    expect(bench.written.join('')).toContain('M876 S0\n');
    await bench.clock.runUntil(() => bench.driver.status().needsPerson?.message === 'Paused');
    bench.answer(1);
    const outcome = await bench.settle(run);
    expect(outcome).toMatchObject({ outcome: 'done', exact: false, linesAcknowledged: FILE.length });
    expect(bench.driver.status().needsPerson).toBeNull();
    expect(bench.observer.events).toEqual(['paused: firmware', 'resumed']);
  });

  it('makes the run wait also if the firmware shows no buttons', async () => {
    const { bench, run } = await filamentChange('marlin-2-advanced-ok', false);
    await bench.clock.runUntil(() => bench.driver.status().needsPerson !== null);
    expect(bench.driver.status().needsPerson).toMatchObject({ kind: 'firmware', buttons: ['Continue'] });
    bench.machine.receive(Buffer.from('M108\n'));
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done', linesAcknowledged: FILE.length });
  });

  it('can be asked without a run, and ends with a reset', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    await bench.connect();
    bench.machine.receive(Buffer.from('M0 Load the filament\n'));
    await bench.clock.advanceAsync(100);
    expect(bench.driver.status().needsPerson).toMatchObject({ message: 'Load the filament' });
    bench.machine.powerOn();
    await bench.clock.advanceAsync(3_000);
    expect(bench.driver.status()).toMatchObject({ state: 'ready', needsPerson: null });
  });

  it('an answer to an earlier question presses no button of the current one', async () => {
    const profile = profileOf('marlin-2-advanced-ok');
    const bench = new Bench({ profile });
    await bench.connect();
    const say = (text: string) => bench.hear(`//action:${text}`);
    const ask = (question: string, ...buttons: readonly string[]) => {
      say(`prompt_begin ${question}`);
      for (const button of buttons) say(`prompt_button ${button}`);
      say('prompt_show');
      return bench.driver.status().needsPerson?.id ?? 0;
    };
    const first = ask('Nozzle parked', 'Continue', 'Abort');
    const second = ask('Heater timeout', 'Reheat', 'Leave it cold');
    expect(second).toBeGreaterThan(first);
    expect(() => bench.driver.answer(first, 1)).toThrow(
      expect.objectContaining({ code: 'MACHINE.QUESTION_CHANGED' }),
    );
    expect(bench.written.join('')).not.toMatch(/M876 S|M108/);
    expect(bench.driver.status().needsPerson).toMatchObject({ id: second, message: 'Heater timeout' });

    const third = ask('Heater timeout', 'Reheat', 'Leave it cold');
    expect(third).toBeGreaterThan(second);
    expect(() => bench.driver.answer(second, 0)).toThrow();
    expect(() => bench.driver.answer(third, 2)).toThrow(
      expect.objectContaining({ code: 'MACHINE.ASKS_NOTHING' }),
    );
    bench.driver.answer(third, 1);
    await bench.clock.advanceAsync(100);
    expect(bench.written.join('')).toContain('M876 S1\n');
    expect(() => bench.driver.answer(third, 1)).toThrow(
      expect.objectContaining({ code: 'MACHINE.ASKS_NOTHING' }),
    );
  });

  it('cannot be forged by a file', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    await bench.connect();
    const forged = ['prompt_begin Pay here', 'prompt_button OK', 'prompt_show'].map(
      (action) => `M118 A1 action:${action}`,
    );
    const run = bench.driver.run(workOf(['G28', ...forged, 'G4 S5', 'G1 X5']), bench.observer);
    const asked: unknown[] = [];
    bench.driver.onStatus(({ needsPerson }) => needsPerson && asked.push(needsPerson));
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
    expect(asked).toEqual([]);
  });

  it('M0 and M600 of a file wait for the same answer', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    await bench.connect();
    const run = bench.driver.run(workOf(['G28', 'M0 Take it off', 'G1 X9 F3000']), bench.observer);
    await bench.clock.runUntil(() => bench.driver.status().state === 'paused');
    expect(bench.driver.status().needsPerson).toEqual({
      id: expect.any(Number),
      kind: 'command',
      message: 'Take it off',
      buttons: ['Continue'],
      cooled: false,
    });
    bench.answer(0);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
  });
});
