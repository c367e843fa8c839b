import { startModule } from '@pandafab/testing';
import { GroupPerson } from '../groups/group.entities';
import { ImportHolds } from './import-holds';

const startWith = (...registrations: ((holds: ImportHolds) => void)[]) => {
  const registered = {
    provide: 'registrations',
    inject: [ImportHolds],
    useFactory: (holds: ImportHolds) => {
      for (const register of registrations) register(holds);
    },
  };
  return startModule([ImportHolds, registered], [GroupPerson]);
};
const groups = (holds: ImportHolds) => holds.register(GroupPerson, 'IMPORT.KEPT_GROUP');

describe('the tables that block the undo of an import', () => {
  it('lets the server start when each table with a member’s id is registered', async () => {
    await expect(startWith(groups)).resolves.toBeUndefined();
    await expect(startWith((holds) => holds.register(GroupPerson, null))).resolves.toBeUndefined();
  });

  it('makes the server’s start fail if a table with a member’s id is not registered', async () => {
    await expect(startWith()).rejects.toThrow(
      'not registered: hold of imports by the table member_group_people',
    );
  });

  it('makes the server’s start fail if a table is registered twice', async () => {
    await expect(startWith(groups, groups)).rejects.toThrow(
      'registered twice: hold of imports by the table member_group_people',
    );
  });
});
