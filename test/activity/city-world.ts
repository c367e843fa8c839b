import { folded, type Instant, systemClock } from '@pandafab/shared';
import { startTestServer, type TestAccount, type TestDatabase, type TestServer } from '@pandafab/testing';
import { ReadDatabase } from '../../apps/server/src/platform/persistence/read-database';
import { UnitOfWork } from '../../apps/server/src/platform/persistence/unit-of-work';
import { cityTopics } from './city-topics';
import type { Query } from './recount/rows';

export const FROM = '2025-01-01';
export const TO = '2026-12-31';
/** Both years are over. */
export const NOW: Instant = Date.parse('2027-01-15T09:00:00Z') as Instant;

/** A server whose database has two years of a small city in it, made from a seed. */
export class CityWorld {
  private constructor(
    readonly server: TestServer,
    readonly admin: TestAccount,
    readonly labs: readonly (string | null)[],
    readonly conventionId: string,
  ) {}

  static async open(database: TestDatabase, seed: number): Promise<CityWorld> {
    // Jest reads these modules as CommonJS: they are loaded when they are needed.
    const { allTables, planWorld, writeTables } = await import('../../scripts/demo/city/index.mjs');
    const server = await startTestServer({ database, clock: { ...systemClock, now: () => NOW } });
    const admin = await server.accountWith('administrator');
    // The second lab is on another continent: its days are not those of Paris.
    const zones = ['Europe/Paris', 'Indian/Reunion', 'Europe/Paris'];
    const given = { seed, from: FROM, to: TO, size: 'small', admin: admin.accountId, folded, zones } as const;
    const topics = await cityTopics((sql) => server.app.get(ReadDatabase).manager.query(sql));
    const plan = planWorld({ ...given, zones: [...zones], topics });
    await server.app
      .get(UnitOfWork)
      .run(({ manager }) => writeTables((sql) => manager.query(sql), allTables(plan, { edges: true })));
    const [convention] = await server.app
      .get(ReadDatabase)
      .manager.query<{ id: string }[]>('SELECT id FROM conventions');
    return new CityWorld(server, admin, [null, ...plan.labs.map(({ id }) => id)], convention?.id ?? '');
  }

  get manager() {
    return this.server.app.get(ReadDatabase).manager;
  }

  /** Adds rows by table. */
  async fill(tables: readonly [string, object[]][]): Promise<void> {
    const { writeTables } = await import('../../scripts/demo/city/index.mjs');
    await this.server.app
      .get(UnitOfWork)
      .run(({ manager }) => writeTables((sql) => manager.query(sql), tables as never));
  }

  query: Query = (sql) => this.manager.query(sql);

  stop = () => this.server.stop();
}
