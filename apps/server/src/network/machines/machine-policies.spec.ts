import type { AccountId, LabId, MachineId } from '@pandafab/shared';
import { DataSource } from 'typeorm';
import type { Machine } from './machine.entity';
import { MachinePolicies } from './machine-policies';
import { MachineAllowance } from './machine-record.entities';
import { ProfileCatalogue } from './profile-catalogue';

/** SQLite's greatest number of parameters in one statement (sqlite.org/limits.html). */
const MOST_PARAMETERS = 32_766;

const SIZE = { widthMm: 200, depthMm: 200, heightMm: 200, minXMm: null, minYMm: null, minZMm: null };
const HEAT = { maxNozzleCelsius: 250, maxBedCelsius: 90, maxChamberCelsius: null };
const machine = (id: string, profileId: string) =>
  ({ id: id as MachineId, labId: 'lab' as LabId, profileId, ...SIZE, ...HEAT }) as Machine;

describe('the policies of machines', () => {
  let database: DataSource;

  beforeAll(async () => {
    const entities = [MachineAllowance];
    database = await new DataSource({
      type: 'sqlite',
      database: ':memory:',
      entities,
      synchronize: true,
    }).initialize();
  });
  afterAll(() => database.destroy());

  it('are read for more machines than SQLite takes parameters in one statement', async () => {
    const catalogue = new ProfileCatalogue();
    const [profile] = catalogue.list();
    const unknown = Array.from({ length: MOST_PARAMETERS }, (_, at) => machine(`old-${at}`, 'removed'));
    const last = machine('last', profile?.id ?? '');
    const allowed = { reason: 'tested', allowedBy: 'ada' as AccountId, allowedAt: 0, withdrawnBy: null };
    await database.manager.insert(MachineAllowance, [
      { id: '1', machineId: last.id, command: 'M500', ...allowed, withdrawnAt: null },
      { id: '2', machineId: last.id, command: 'M502', ...allowed, withdrawnAt: 1 },
    ]);
    const policies = await new MachinePolicies(catalogue).policiesOf(database.manager, [...unknown, last]);
    expect([...policies.keys()]).toEqual([last.id]);
    expect(policies.get(last.id)?.allowed).toEqual(['M500']);
  });
});
