import { describeOnBothDatabases } from '@pandafab/testing';
import { randomFrom } from '../bench/queue/random';
import { recount } from './checks';
import { City } from './city';
import { liveYear } from './year';

/** The end of a year; `npm run books` lives a whole one. */
describeOnBothDatabases('the books of a year', (open) => {
  it('are what an independent recount of everything says, to the cent', async () => {
    const city = await City.open(await open(), { clients: 3, members: 3 });
    try {
      await liveYear(city, randomFrom(20_270_101), { from: '2027-11-01', every: 15, pace: 0.6 });
      const checks = await recount(city);
      expect(checks.flatMap(({ differences }) => differences)).toEqual([]);
      for (const { compared } of checks) expect(compared).toBeGreaterThan(0);
    } finally {
      await city.stop();
    }
  });
});
