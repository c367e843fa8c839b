import type { MachineTelemetry } from '@pandafab/lab-link';
import { type LabId, type MachineId, newId, type RunId } from '@pandafab/shared';
import { FakeClock } from '@pandafab/testing';
import { PresenceBook } from '../../network/link/presence-book';
import { viewRun } from './job-view';
import type { Run } from './run.entity';

const labId = newId<LabId>();
const machineId = newId<MachineId>();
const runId = newId<RunId>();

describe('the progress of a run', () => {
  it('has the readings of every heater of its machine', () => {
    const presence = new PresenceBook(new FakeClock());
    const readings = ['nozzle', 'nozzle 0', 'nozzle 1', 'chamber'].map((name) => ({
      ...{ name, actual: 25, target: 0 },
    }));
    const figures = { linesSent: 9, linesAcknowledged: 9, resends: 0, filamentUm: [12], seconds: 3 };
    const run = { runId, phase: 'printing', fraction: 0.5, remainingSeconds: 3, ...figures };
    const telemetry: MachineTelemetry = {
      ...{ machineId, state: 'printing', firmware: null, readings, heatersUnknown: false },
      ...{ needsPerson: null, run },
    };
    presence.arrive(labId, 1);
    presence.record(labId, 1, [telemetry]);
    const row = {
      ...{ id: runId, labId, machineId, active: true, state: 'printing', cause: null, stripped: null },
      ...{ ...figures, exact: true, commandsSha256: null, assignedAt: 0, startedAt: 0, endedAt: null },
    } as unknown as Run;
    expect(viewRun(row, [], presence, 'en', 'maker').progress).toMatchObject({ fraction: 0.5, readings });
  });
});
