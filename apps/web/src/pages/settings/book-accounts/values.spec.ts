import { Problem } from '../../../api/problem';
import { atFields, type BookAccounts, bodyOf, valuesOf } from './values';

jest.mock('../../../i18n/i18n', () => ({ currentLanguage: () => 'fr', t: (key: string) => key }));

const account = (number: string) => ({ number, label: `Compte ${number}` });
const accounts: BookAccounts = {
  ...{ inForceFrom: null, clients: account('411000'), deposits: account('419100') },
  ...{ membersMoney: account('419110'), otherVat: account('445710') },
  income: [{ activity: null, nature: 'goods', category: null, account: account('707000') }],
  vat: [{ rateBasisPoints: 550, account: account('445713') }],
  ...{ sales: { code: 'VT', label: 'Ventes' }, other: { code: 'OD', label: 'Divers' } },
  money: [{ account: account('512000'), journal: { code: 'BQ', label: 'Banque' } }],
};

describe('the form of the accounts', () => {
  it('sends back what it was given, from the chosen day on', () => {
    const { inForceFrom: _, ...same } = accounts;
    expect(bodyOf(valuesOf(accounts, '2026-12-01'))).toEqual({ ...same, inForceFrom: '2026-12-01' });
  });

  it('shows an error in a row at its list', () => {
    const problem = new Problem('REQUEST.INVALID', 'what', 'cure', [
      { path: 'income.3.account.number', message: 'must be three digits' },
      { path: 'clients.number', message: 'must be three digits' },
    ]);
    expect((atFields(problem) as Problem).fields.map(({ path }) => path)).toEqual([
      'income',
      'clients_number',
    ]);
  });
});
