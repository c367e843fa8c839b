import type { TFunction } from 'i18next';
import { type Price, priceWords } from './price';
import { standingsOf } from './standing';

// It asks the browser for its language as soon as it is loaded.
jest.mock('../../i18n/i18n', () => ({ currentLanguage: () => 'fr' }));

/** Keys with what is filled in, so that a test says what is said and not how. */
const t = ((key: string, { value }: { value?: string } = {}) => `${key} ${value}`) as TFunction;

describe('a price in words', () => {
  const price: Price = { valueCents: 384, chargedCents: 384, category: 'member', isPrestation: false };

  it.each([
    ['is what is charged', price, 'file.cost.charged'],
    [
      'is free for residents, with its worth',
      { ...price, category: 'resident', chargedCents: 0 },
      'file.cost.freeResident',
    ],
    [
      'is free for others whose tariff says so',
      { ...price, category: 'school', chargedCents: 0 },
      'file.cost.free',
    ],
    ['is the prestation’s, whatever it charges', { ...price, isPrestation: true }, 'file.cost.prestation'],
    [
      'is nothing where it is worth nothing',
      { ...price, valueCents: 0, chargedCents: 0 },
      'file.cost.charged',
    ],
  ] as const)('%s', (_what, asked, key) => {
    const [said = '', amount = ''] = priceWords(asked, t).split(' ');
    expect([said, /^\d,\d\d/.test(amount)]).toEqual([key, true]);
  });
});

describe('how machines stand to a file', () => {
  const reason = { code: 'X', details: {}, what: '', cure: '' };
  const finding = (machineIds: string[], severity: 'refuse' | 'warn') => ({
    ...{ ...reason, line: 1, command: '', count: 1, rule: null, machineIds, severity },
  });

  it('those that can begin come first, those that never can come last', () => {
    const machines = [
      { machineId: 'never', reasons: [reason] },
      { machineId: 'later', reasons: [reason] },
      { machineId: 'ready', reasons: [] },
    ];
    const findings = [finding(['never'], 'refuse'), finding(['later', 'ready'], 'warn')];
    expect(standingsOf(machines, findings).map(({ machineId, standing }) => [machineId, standing])).toEqual([
      ['ready', 'ready'],
      ['later', 'later'],
      ['never', 'never'],
    ]);
  });
});
