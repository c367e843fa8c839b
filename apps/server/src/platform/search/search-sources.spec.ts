import { startModule } from '@pandafab/testing';
import { SEARCH_KINDS, type SearchKind, SearchSources } from './search-sources';

const startWith = (...kinds: SearchKind[]) => {
  const registered = {
    provide: 'registrations',
    inject: [SearchSources],
    useFactory: (sources: SearchSources) => {
      for (const kind of kinds) sources.register(kind, async () => []);
    },
  };
  return startModule([SearchSources, registered]);
};

describe('the sources of the search that modules register', () => {
  it('let the server start when every kind is registered', async () => {
    await expect(startWith(...SEARCH_KINDS)).resolves.toBeUndefined();
  });

  it('keep the server from starting while a kind is missing', async () => {
    const others = SEARCH_KINDS.filter((kind) => kind !== 'spool');
    await expect(startWith(...others)).rejects.toThrow('not registered: source of the search spool');
  });

  it('keep the server from starting with a kind registered twice', async () => {
    await expect(startWith(...SEARCH_KINDS, 'lab')).rejects.toThrow(
      'registered twice: source of the search lab',
    );
  });
});
