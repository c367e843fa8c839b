import { startModule } from '@pandafab/testing';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { byMember, rowsOf } from './personal-rows';
import { PersonalTables } from './personal-tables';

@Entity('diaries')
class Diary {
  @PrimaryColumn('text') id!: string;
  @Column('text') memberId!: string;
}
@Entity('shelves')
class Shelf {
  @PrimaryColumn('text') id!: string;
}

const startWith = (...registrations: ((tables: PersonalTables) => void)[]) => {
  const registered = {
    provide: 'registrations',
    inject: [PersonalTables],
    useFactory: (tables: PersonalTables) => {
      for (const register of registrations) register(tables);
    },
  };
  return startModule([PersonalTables, registered], [Diary, Shelf]);
};
const diaries = (tables: PersonalTables) => tables.register('diaries', rowsOf(Diary, byMember));

describe('personal data that modules register', () => {
  it('lets the server start when each table with a person’s id is registered', async () => {
    await expect(startWith(diaries)).resolves.toBeUndefined();
    await expect(startWith((tables) => tables.leaveOut(Diary, 'only hashes'))).resolves.toBeUndefined();
  });

  it('keeps the server from starting while a table with a person’s id is not registered', async () => {
    await expect(startWith()).rejects.toThrow('not registered: personal data of the table diaries');
  });

  it('keeps the server from starting with two parts of the same name', async () => {
    await expect(startWith(diaries, diaries)).rejects.toThrow(
      'registered twice: part of the export of personal data diaries',
    );
  });
});
