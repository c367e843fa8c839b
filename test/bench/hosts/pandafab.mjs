import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Meter } from './meter.mjs';

/** A usual board's buffer holds four lines; more lines in flight need a larger buffer. */
const RING_BYTES = { usual: 128, roomy: 4096 };
const USUAL_WINDOW = 4;

const config = JSON.parse(process.argv[2]);
const built = createRequire(join(config.build, 'package.json'));
const { defaultProfilesDirectory, findProfile, guardPolicyOf, loadProfiles } = built('./libs/firmware/src');
const { createStreamingDriver, openWork, transportFor } = built('./libs/machine-host/src');
const { systemClock } = built('./libs/shared/src');
const { CheckpointFile } = built('./apps/agent/src/runs/checkpoint-file');

const marlin = findProfile(loadProfiles(defaultProfilesDirectory), 'marlin-2');
const rxBytes = config.window > USUAL_WINDOW ? RING_BYTES.roomy : RING_BYTES.usual;
const profile = { ...marlin, buffer: { ...marlin.buffer, window: config.window, rxBytes } };
const policy = guardPolicyOf(marlin, {
  ...{ sizeMm: { x: 250, y: 210, z: 210 }, maxNozzleC: 275, maxBedC: 110, maxChamberC: null, allowed: [] },
});
const log = { info: () => undefined, warn: (event, details) => complaints.push({ event, ...details }) };
const complaints = [];
const checkpoints = CheckpointFile.open(config.checkpoints, systemClock);
const meter = new Meter(config.warmup);
const acknowledged = config.ports.map(() => 0);
const total = () => acknowledged.reduce((sum, lines) => sum + lines, 0);

/** A checkpoint for the progress of a run, as the agent writes it. */
function observe(index) {
  const runId = `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;
  return {
    progress: ({ lines, filamentUm, elapsedSeconds: seconds }) => {
      checkpoints.write(runId, { ...lines, filamentUm, seconds });
      acknowledged[index] = lines.linesAcknowledged;
      if (!meter.begun && total() >= config.warmup) meter.begin(total());
    },
    paused: ({ message }) => complaints.push({ event: 'paused', message }),
    resumed: () => undefined,
  };
}

const drivers = config.ports.map((path) => {
  const transport = transportFor(path, { baudRate: config.baudRate, clock: systemClock, log });
  return createStreamingDriver({ transport, profile, clock: systemClock, log });
});
await Promise.all(drivers.map((driver) => driver.connect()));
const outcomes = await Promise.all(
  drivers.map(async (driver, index) => driver.run(await openWork(config.file, policy), observe(index))),
);
const failed = outcomes.filter(({ outcome, exact }) => outcome !== 'done' || !exact);
meter.print(total(), {
  resends: outcomes.reduce((sum, { resends }) => sum + resends, 0),
  sha256: outcomes[0].sha256,
  complaints: [...complaints, ...failed].slice(0, 5),
});
process.exit(0);
