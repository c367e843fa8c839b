import type { ConventionId, LabId } from '@pandafab/shared';
import { describeOnBothDatabases } from '@pandafab/testing';
import { readIndicator } from '../../apps/server/src/activity/indicators/queries';
import { scopeOf as serviceScope } from '../../apps/server/src/activity/indicators/scope';
import { CityWorld, NOW } from './city-world';
import { everyQuestion } from './parameters';
import { type Rows, readRows, recount, scopeOf } from './recount';

const SEEDS = [25, 2026];
const PERIODS = ['2025-H2', '2026-H1', '2026'];

/** What the service says of a lab or of the network in a period, and what the recount says where it differs. */
async function differences(world: CityWorld, rows: Rows, labId: string | null, period: string) {
  const { conventionId } = world;
  const asked = { labId: labId as LabId | null, conventionId: conventionId as ConventionId, now: NOW };
  const scope = serviceScope(asked, period);
  const counted = scopeOf(period, { labId, conventionId, now: NOW });
  const found: object[] = [];
  let figures = 0;
  for (const { code, parameters } of everyQuestion(rows)) {
    const service = await readIndicator(world.manager, scope, code, parameters);
    const again = recount(rows, counted, code, parameters);
    if (service !== again) found.push({ period, labId, code, parameters, service, again });
    if (again) figures++;
  }
  return { found, figures };
}

describeOnBothDatabases('two years of a city', (open) => {
  it.each(SEEDS)('every indicator is what an independent recount says (seed %s)', async (seed) => {
    const world = await CityWorld.open(await open(), seed);
    try {
      const rows = await readRows(world.query);
      for (const labId of world.labs)
        for (const period of PERIODS) {
          const { found, figures } = await differences(world, rows, labId, period);
          expect(found).toEqual([]);
          expect(figures).toBeGreaterThan(40);
        }
    } finally {
      await world.stop();
    }
  });
});
