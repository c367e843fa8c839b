import { Bench, profileOf, sourceOf } from './bench';

const FILE = ['G28', ...Array.from({ length: 60 }, (_, i) => `G1 X${i % 50} F3000`)];

/** A run amid which somebody at the machine asks for a filament change on its own screen. */
async function filamentChange(profileId: string, prompts: boolean) {
  const profile = profileOf(profileId);
  const capabilities = { ...profile.capabilities, PROMPT_SUPPORT: prompts };
  const bench = new Bench({ profile: { ...profile, capabilities } });
  await bench.connect();
  const run = bench.driver.run(sourceOf(FILE), bench.observer);
  await bench.clock.runUntil(() => bench.machine.record.commandsAccepted >= 20);
  bench.machine.receive(Buffer.from('M600\n'));
  return { bench, run };
}

describe('what a firmware asks of people', () => {
  it('is shown with its buttons, and answered by their place', async () => {
    const { bench, run } = await filamentChange('marlin-2-advanced-ok', true);
    await bench.clock.runUntil(() => bench.driver.status().needsPerson?.kind === 'prompt');
    expect(bench.driver.status().needsPerson).toEqual({
      kind: 'prompt',
      message: 'Filament change',
      buttons: ['Continue'],
      cooled: false,
    });
    bench.driver.answer(0);
    expect(bench.written.join('')).toContain('M876 S0\n');
    const outcome = await bench.settle(run);
    expect(outcome).toMatchObject({ outcome: 'done', exact: true, linesAcknowledged: FILE.length });
    expect(bench.driver.status().needsPerson).toBeNull();
    expect(bench.observer.events).toEqual(['paused: firmware', 'resumed']);
  });

  it('is waited for without the firmware’s buttons, too', async () => {
    const { bench, run } = await filamentChange('marlin-2-advanced-ok', false);
    await bench.clock.runUntil(() => bench.driver.status().needsPerson !== null);
    expect(bench.driver.status().needsPerson).toMatchObject({ kind: 'firmware', buttons: ['Continue'] });
    bench.machine.receive(Buffer.from('M108\n'));
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done', linesAcknowledged: FILE.length });
  });

  it('can be asked while no run is on, and is gone after a reset', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    await bench.connect();
    bench.machine.receive(Buffer.from('M0 Load the filament\n'));
    await bench.clock.advanceAsync(100);
    expect(bench.driver.status().needsPerson).toMatchObject({ message: 'Load the filament' });
    bench.machine.powerOn();
    await bench.clock.advanceAsync(3_000);
    expect(bench.driver.status()).toMatchObject({ connection: 'ready', needsPerson: null });
  });

  it('cannot be forged by a file', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    await bench.connect();
    const forged = ['prompt_begin Pay here', 'prompt_button OK', 'prompt_show'].map(
      (action) => `M118 A1 action:${action}`,
    );
    const run = bench.driver.run(sourceOf(['G28', ...forged, 'G4 S5', 'G1 X5']), bench.observer);
    const asked: unknown[] = [];
    bench.driver.onStatus(({ needsPerson }) => needsPerson && asked.push(needsPerson));
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
    expect(asked).toEqual([]);
  });

  it('M0 and M600 of a file wait for the same answer', async () => {
    const bench = new Bench({ profile: profileOf('marlin-2') });
    await bench.connect();
    const run = bench.driver.run(sourceOf(['G28', 'M0 Take it off', 'G1 X9 F3000']), bench.observer);
    await bench.clock.runUntil(() => bench.driver.status().connection === 'paused');
    expect(bench.driver.status().needsPerson).toEqual({
      kind: 'command',
      message: 'Take it off',
      buttons: ['Continue'],
      cooled: false,
    });
    bench.driver.answer(0);
    expect(await bench.settle(run)).toMatchObject({ outcome: 'done' });
  });
});
