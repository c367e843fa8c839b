import { bodyOf, valuesOf } from './organisation';

jest.mock('../../i18n/i18n', () => ({ currentLanguage: () => 'fr', t: (key: string) => key }));

describe('what is sent of a client', () => {
  it('has null for what was left empty', () => {
    expect(bodyOf({ ...valuesOf(undefined), name: 'Atelier', siret: '73282932000074' })).toMatchObject({
      ...{ kind: 'client', name: 'Atelier', siret: '73282932000074' },
      ...{ siren: null, email: null, requiresServiceCode: false },
    });
  });

  it('has no number of a company once the client is a private person', () => {
    const typed = { ...valuesOf(undefined), siret: '73282932000074', requiresEngagement: true };
    expect(bodyOf({ ...typed, kind: 'person' })).toMatchObject({
      ...{ kind: 'person', siret: null, vatNumber: null, requiresEngagement: false },
    });
  });
});
