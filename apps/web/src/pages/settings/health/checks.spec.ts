import { checksOf } from './checks';
import type { Ready } from './ready-query';

const ready: Ready = {
  status: 'ok',
  parts: { database: 'ok', redis: 'ok', broker: 'ok' },
  trouble: null,
  refusedMessages: {},
};
const service = {
  version: '0.1.0',
  nodeVersion: '24.0.0',
  startedAt: '2026-01-01T00:00:00Z',
  database: 'sqlite' as const,
  broker: 'embedded' as const,
  disk: { freeMb: 2048, totalMb: 10_240 },
  failedSteps: 0,
  waitingSteps: 0,
  computers: [{ labId: 'a', labName: 'Nord', online: true, version: '0.1.0', lastHelloAt: null }],
};
const cause = (code: string) => ({ code, details: {}, what: `${code} what`, cure: `${code} cure` });
const check = (name: string, ...given: Parameters<typeof checksOf>) =>
  checksOf(...given).find((each) => each.name === name);

describe('the health of the service in words', () => {
  it('is good where every part answers', () => {
    const tones = checksOf(ready, service, true).map(({ tone }) => tone);
    expect(new Set(tones)).toEqual(new Set(['good']));
    expect(check('disk', ready, service, true)?.says).toEqual({
      key: 'disk',
      values: { free: 2, total: 10 },
    });
  });

  it('says what is wrong and the cure, in the words of the server where it has some', () => {
    const full = { ...ready, warnings: [cause('HOST.DISK_NEARLY_FULL'), cause('MAIL.STAYS')] };
    expect(check('disk', full, service, true)).toMatchObject({
      tone: 'bad',
      says: 'HOST.DISK_NEARLY_FULL what',
      cure: 'HOST.DISK_NEARLY_FULL cure',
    });
    expect(check('mail', full, service, true)).toMatchObject({ tone: 'soon', says: 'MAIL.STAYS what' });
    const down: Ready = { ...ready, status: 'down', trouble: cause('REQUEST.DATABASE_AWAY') };
    expect(check('database', down, undefined, true)).toMatchObject({
      tone: 'bad',
      says: 'REQUEST.DATABASE_AWAY what',
    });
  });

  it('tells of each part that is away, and of what waits for an administrator', () => {
    const parts = { database: 'ok', redis: 'unreachable', broker: 'unreachable' } as const;
    const away: Ready = { ...ready, parts, refusedMessages: { 'old-epoch': 2, unreadable: 1 } };
    const computers = [...service.computers, { ...service.computers[0], labName: 'Sud', online: false }];
    const worse = { ...service, failedSteps: 3, computers } as typeof service;
    const bad = checksOf(away, worse, false).filter(({ tone }) => tone === 'bad');
    expect(bad.map(({ name }) => name)).toEqual(['queue', 'broker', 'computers']);
    expect(check('computers', away, worse, false)?.says).toMatchObject({ values: { names: 'Sud' } });
    expect(check('failed-steps', away, worse, false)).toMatchObject({ tone: 'soon', page: 'failed-steps' });
    expect(check('refused', away, worse, false)?.says).toMatchObject({ values: { count: 3 } });
    expect(check('mail', away, worse, false)).toMatchObject({ tone: 'neutral', page: 'mail' });
  });
});
