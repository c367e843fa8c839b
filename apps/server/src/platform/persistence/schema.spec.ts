import type { MigrationInterface } from 'typeorm';
import { Agent } from '../../network/agents/agent.entity';
import { Lab } from '../../network/labs/lab.entity';
import { schemaOf } from './schema';

class First {}
class Second {}
/** The entities that this test has loaded. */
const loaded = { tables: [Agent, Lab] };
const migration = (name: string) => {
  const made = class implements MigrationInterface {
    async up(): Promise<void> {}
    async down(): Promise<void> {}
  };
  Object.defineProperty(made, 'name', { value: name });
  return made;
};

describe('the schema of all features', () => {
  it('has every table, and migrations by their time', () => {
    const [a, b, c] = ['A1000000000003', 'B1000000000001', 'C1000000000002'].map(migration);
    if (!a || !b || !c) throw new Error('no migrations');
    const { entities, migrations } = schemaOf(
      [loaded, { tables: [First], migrations: [a] }, {}, { tables: [Second], migrations: [b] }],
      [c],
    );
    expect(entities).toEqual([Agent, Lab, First, Second]);
    expect(migrations).toEqual([b, c, a]);
  });

  it('refuses an entity or a migration that is declared twice', () => {
    expect(() => schemaOf([{ tables: [First] }, { tables: [First] }], [])).toThrow(
      'declared twice: entity First',
    );
    const once = migration('A1000000000001');
    const sameTime = migration('B1000000000001');
    expect(() => schemaOf([{ migrations: [once] }], [sameTime])).toThrow(
      'declared twice: time of migrations 1000000000001',
    );
  });

  it('refuses a migration without a time', () => {
    expect(() => schemaOf([{ migrations: [migration('Later')] }], [])).toThrow(
      'no time in the name of: Later',
    );
  });

  it('refuses to leave out an entity that is loaded', () => {
    expect(() => schemaOf([{ tables: [First] }], [])).toThrow(/no feature declares: entity .*Lab/);
  });
});
