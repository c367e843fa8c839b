import { startModule } from '@pandafab/testing';
import { LAB_SUBJECTS, type LabSubject } from './access';
import { SubjectLabs } from './subject-labs';

const startWith = (...subjects: LabSubject[]) => {
  const registered = {
    provide: 'registrations',
    inject: [SubjectLabs],
    useFactory: (labs: SubjectLabs) => {
      for (const subject of subjects) labs.register(subject, async () => undefined);
    },
  };
  return startModule([SubjectLabs, registered]);
};

describe('the labs of subjects that modules register', () => {
  it('let the server start when every subject is registered', async () => {
    await expect(startWith(...LAB_SUBJECTS)).resolves.toBeUndefined();
  });

  it('keep the server from starting while a subject is missing', async () => {
    const others = LAB_SUBJECTS.filter((subject) => subject !== 'spool');
    await expect(startWith(...others)).rejects.toThrow('not registered: labs of the subject spool');
  });

  it('keep the server from starting with a subject registered twice', async () => {
    await expect(startWith(...LAB_SUBJECTS, 'lab')).rejects.toThrow(
      'registered twice: labs of the subject lab',
    );
  });
});
