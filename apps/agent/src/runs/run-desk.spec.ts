import { decode, encodeTelemetry, telemetrySchema } from '@pandafab/lab-link';
import type { MachineStatus } from '@pandafab/machine-host';
import { type MachineId, newId, systemClock } from '@pandafab/shared';
import { RunDesk, type RunDeskOptions } from './run-desk';

const machineId = newId<MachineId>();

/** What the server reads of a machine with this status. */
function toldOf(status: Partial<MachineStatus>) {
  const keeper = {
    config: { machineId },
    status: () => ({
      ...{ state: 'ready', firmware: null, readings: [], heatersUnknown: false, needsPerson: null },
      ...status,
    }),
  };
  const desk = new RunDesk({ fleet: { all: () => [keeper] } } as unknown as RunDeskOptions);
  const sent = encodeTelemetry(systemClock, { epoch: 1, machines: desk.telemetry() });
  const read = decode(telemetrySchema, Buffer.from(sent));
  return read.ok ? read.message.body.machines[0] : read.detail;
}

describe('the telemetry of a machine', () => {
  it('has its state, and the readings of every heater', () => {
    const readings = [
      { name: 'nozzle', actual: 209.6, target: 210 },
      { name: 'nozzle 0', actual: 209.6, target: 210 },
      { name: 'nozzle 1', actual: 25, target: 0 },
      { name: 'bed', actual: 60, target: 60 },
      { name: 'chamber', actual: 38, target: 40 },
    ];
    expect(toldOf({ state: 'printing', readings })).toMatchObject({ machineId, state: 'printing', readings });
  });

  it('has none for a machine without heaters', () => {
    expect(toldOf({})).toMatchObject({ readings: [] });
  });

  it('is readable for any number and any names of heaters that a firmware reports', () => {
    const readings = Array.from({ length: 50 }, (_, at) => ({
      ...{ name: `${at}-${'x'.repeat(100)}`, actual: at, target: 0 },
    }));
    const told = toldOf({ readings });
    expect(told).toMatchObject({
      readings: expect.arrayContaining([expect.objectContaining({ actual: 19 })]),
    });
    expect(told).not.toMatchObject({ readings: { length: 50 } });
  });
});
