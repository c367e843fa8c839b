import type { TFunction } from 'i18next';
import { judgeMachines } from './machine-verdict';
import { type Price, priceWords } from './price';

// This module asks the browser for its language when it is loaded.
jest.mock('../../i18n/i18n', () => ({ currentLanguage: () => 'fr' }));

/** Returns keys with their values, so that a test checks the meaning and not the wording. */
const t = ((key: string, { value }: { value?: string } = {}) => `${key} ${value}`) as TFunction;

describe('a price in words', () => {
  const price: Price = { valueCents: 384, chargedCents: 384, category: 'member', isPrestation: false };

  it.each([
    ['is the charged amount', price, 'file.cost.charged'],
    [
      'is free for residents, with its value',
      { ...price, category: 'resident', chargedCents: 0 },
      'file.cost.freeResident',
    ],
    [
      'is free for others whose tariff says so',
      { ...price, category: 'school', chargedCents: 0 },
      'file.cost.free',
    ],
    [
      'is paid by the prestation, for any charged amount',
      { ...price, isPrestation: true },
      'file.cost.prestation',
    ],
    ['is zero when the value is zero', { ...price, valueCents: 0, chargedCents: 0 }, 'file.cost.charged'],
  ] as const)('%s', (_what, asked, key) => {
    const [said = '', amount = ''] = priceWords(asked, t).split(' ');
    expect([said, /^\d,\d\d/.test(amount)]).toEqual([key, true]);
  });
});

describe('machines by what they can do with a file', () => {
  const reason = { code: 'X', details: {}, what: '', cure: '' };
  const finding = (machineIds: string[], severity: 'refuse' | 'warn') => ({
    ...{ ...reason, line: 1, command: '', count: 1, rule: null, machineIds, severity },
  });

  it('puts those that can start first, those that never can last', () => {
    const machines = [
      { machineId: 'never', reasons: [reason] },
      { machineId: 'later', reasons: [reason] },
      { machineId: 'ready', reasons: [] },
    ];
    const findings = [finding(['never'], 'refuse'), finding(['later', 'ready'], 'warn')];
    expect(judgeMachines(machines, findings).map(({ machineId, verdict }) => [machineId, verdict])).toEqual([
      ['ready', 'ready'],
      ['later', 'later'],
      ['never', 'never'],
    ]);
  });
});
