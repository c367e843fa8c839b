import type { LabId, MemberId } from '@pandafab/shared';
import { startModule } from '@pandafab/testing';
import { LabsOfMembers } from './labs-of-members';

class Visit {
  memberId!: MemberId;
  labId!: LabId;
}

const startWith = (...traces: ('jobs' | 'inductions')[]) => {
  const registered = {
    provide: 'registrations',
    inject: [LabsOfMembers],
    useFactory: (labs: LabsOfMembers) => {
      for (const trace of traces) labs.register(trace, Visit);
    },
  };
  return startModule([LabsOfMembers, registered]);
};

describe('the tables by which labs know members', () => {
  it('let the server start when jobs and inductions are registered', async () => {
    await expect(startWith('jobs', 'inductions')).resolves.toBeUndefined();
  });

  it('make the server’s start fail if one is not registered', async () => {
    await expect(startWith('inductions')).rejects.toThrow(
      'not registered: table by which labs know members: jobs',
    );
  });

  it('make the server’s start fail if one is registered twice', async () => {
    await expect(startWith('jobs', 'inductions', 'jobs')).rejects.toThrow(
      'registered twice: table by which labs know members: jobs',
    );
  });
});
