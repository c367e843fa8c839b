import { startModule } from '@pandafab/testing';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { ContentReferences } from './content-references';

@Entity('posters')
class Poster {
  @PrimaryColumn('text') id!: string;
  @Column('text') fileSha256!: string;
}
@Entity('contents')
class Content {
  @PrimaryColumn('text') sha256!: string;
}

const startWith = (...registrations: ((references: ContentReferences) => void)[]) => {
  const registered = {
    provide: 'registrations',
    inject: [ContentReferences],
    useFactory: (references: ContentReferences) => {
      for (const register of registrations) register(references);
    },
  };
  return startModule([ContentReferences, registered], [Poster, Content]);
};
const posters = (references: ContentReferences) =>
  references.register('posters', { entity: Poster, column: 'fileSha256' });
const contents = (references: ContentReferences) => references.removedWithContent(Content);

describe('references to contents that modules register', () => {
  it('become one condition of the sweep', async () => {
    const condition = (references: ContentReferences) =>
      expect(references.isReferredTo('files.sha256')).toBe(
        'EXISTS (SELECT 1 FROM "posters" r WHERE r."fileSha256" = files.sha256)',
      );
    await expect(startWith(posters, contents, condition)).resolves.toBeUndefined();
  });

  it('keep the server from starting, and the sweep from removing, while a table with a hash is not registered', async () => {
    const missing = 'not registered: reference to contents of the table posters';
    await expect(startWith(contents)).rejects.toThrow(missing);
    const sweep = (references: ContentReferences) =>
      expect(() => references.isReferredTo('files.sha256')).toThrow(missing);
    await expect(startWith(contents, sweep)).rejects.toThrow(missing);
  });

  it('keep the server from starting with two of the same name', async () => {
    await expect(startWith(posters, posters)).rejects.toThrow(
      'registered twice: reference to contents of the file store posters',
    );
  });
});
