import { type Article, bodyOf, valuesOf } from './article';

jest.mock('../../../i18n/i18n', () => ({ currentLanguage: () => 'fr', t: (key: string) => key }));

describe('an article of the catalogue', () => {
  const typed = {
    ...valuesOf(undefined, 'formation'),
    nameFr: 'Journée de formation',
    unitPrice: '1 250,50',
  };

  it('is sent with the price as typed, and its French name in both languages', () => {
    expect(bodyOf(typed)).toMatchObject({
      ...{ nameFr: 'Journée de formation', nameEn: 'Journée de formation', unitPrice: '1250.50' },
      ...{ code: null, basis: 1, unit: 'C62', activity: 'formation', nature: 'services' },
    });
  });

  it('loses no decimal of its price', () => {
    const article = { ...bodyOf(typed), unitPrice: '0.083417' } as unknown as Article;
    expect(valuesOf(article, '').unitPrice).toBe('0,083417');
    expect(bodyOf(valuesOf(article, '')).unitPrice).toBe('0.083417');
  });

  it('needs a price that is a number', () => {
    expect(() => bodyOf({ ...typed, unitPrice: 'gratuit' })).toThrow();
  });
});
