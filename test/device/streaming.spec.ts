import { Bench, commandsOf, fixture, hashOf, profileIds, profileOf } from './bench';

/** A file's commands as they are sent when the host waits for temperatures instead of the firmware. */
const asSent = (commands: readonly string[], hostWaits: boolean): string[] =>
  commands.map((text) => (hostWaits ? text.replace(/^M109/, 'M104').replace(/^M190/, 'M140') : text));

describe.each(profileIds)('a whole print on %s', (id) => {
  const profile = profileOf(id);

  it.each(['cube20.gcode', 'bracket.gcode'])('transmits every command of %s once, in order', async (name) => {
    const bench = new Bench({ profile });
    const commands = await commandsOf(fixture(name));
    await bench.connect();
    const outcome = await bench.run(commands);
    const expected = asSent(commands, !profile.capabilities.EMERGENCY_PARSER);

    expect(outcome).toMatchObject({ outcome: 'done', cause: null, exact: true, resends: 0 });
    expect(outcome.linesAcknowledged).toBe(commands.length);
    expect(outcome.sha256).toBe(hashOf(expected));
    expect(bench.machine.record).toMatchObject({
      commandsAccepted: commands.length,
      commandsExecuted: commands.length,
      sha256: outcome.sha256,
      filamentUm: outcome.filamentUm,
      bytesOverrun: 0,
      duplicates: 0,
    });
    expect(bench.driver.status()).toMatchObject({ state: 'ready', heatersUnknown: false });
    const last = bench.observer.progresses.at(-1);
    expect(last).toMatchObject({ fraction: 1, linesSent: commands.length });
  });
});
