import { startModule } from '@pandafab/testing';
import { IssuingBlockers } from './issuing-blockers';

const startWith = (...names: 'pending-prints'[]) => {
  const registered = {
    provide: 'registrations',
    inject: [IssuingBlockers],
    useFactory: (blockers: IssuingBlockers) => {
      for (const name of names) blockers.register(name, async () => undefined);
    },
  };
  return startModule([IssuingBlockers, registered]);
};

describe('the blockers of an invoice', () => {
  it('lets the server start when every blocker is registered', async () => {
    await expect(startWith('pending-prints')).resolves.toBeUndefined();
  });

  it('makes the server’s start fail if a blocker is not registered', async () => {
    await expect(startWith()).rejects.toThrow('not registered: blocker of issuing pending-prints');
  });

  it('makes the server’s start fail if a blocker is registered twice', async () => {
    await expect(startWith('pending-prints', 'pending-prints')).rejects.toThrow(
      'registered twice: blocker of issuing pending-prints',
    );
  });
});
