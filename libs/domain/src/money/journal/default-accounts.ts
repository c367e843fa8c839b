import type { LineNature, VatCategory } from '../paper';
import type { Account, BookAccounts, IncomeRule, Journal } from './accounts';

const account = (number: string, label: string): Account => ({ number, label });
const journal = (code: string, label: string): Journal => ({ code, label });
const income = (
  nature: LineNature | null,
  category: VatCategory | null,
  number: string,
  label: string,
): IncomeRule => ({ activity: null, nature, category, account: account(number, label) });

/**
 * Accounts of the French plan comptable général, until the accountant's own are entered. Exempt income and income from
 * abroad have sub-accounts of their own: that eases the VAT return.
 */
export const DEFAULT_BOOK_ACCOUNTS: BookAccounts = {
  clients: account('411000', 'Clients'),
  deposits: account('419100', 'Clients - Avances et acomptes reçus'),
  membersMoney: account('419110', 'Usagers - Avances reçues'),
  income: [
    income('services', null, '706000', 'Prestations de services'),
    income('services', 'E', '706100', 'Prestations de services exonérées'),
    income(null, 'AE', '706200', 'Prestations en autoliquidation'),
    income(null, 'O', '706300', 'Prestations hors champ de la TVA'),
    income('goods', null, '707000', 'Ventes de biens'),
    income('goods', 'E', '707100', 'Ventes de biens exonérées'),
    income('goods', 'K', '707200', 'Livraisons intracommunautaires'),
    income('goods', 'G', '707300', 'Exportations'),
  ],
  vat: [
    { rateBasisPoints: 2000, account: account('445711', 'TVA collectée 20 %') },
    { rateBasisPoints: 1000, account: account('445712', 'TVA collectée 10 %') },
    { rateBasisPoints: 550, account: account('445713', 'TVA collectée 5,5 %') },
    { rateBasisPoints: 210, account: account('445714', 'TVA collectée 2,1 %') },
  ],
  otherVat: account('445710', 'TVA collectée'),
  sales: journal('VT', 'Ventes'),
  money: [
    { account: account('512000', 'Banque'), journal: journal('BQ', 'Banque') },
    { account: account('531000', 'Caisse'), journal: journal('CA', 'Caisse') },
    { account: account('511200', 'Chèques à encaisser'), journal: journal('CH', 'Chèques') },
    {
      account: account('511500', 'Cartes bancaires à encaisser'),
      journal: journal('CB', 'Cartes bancaires'),
    },
    {
      account: account('658000', 'Charges diverses de gestion courante'),
      journal: journal('OD', 'Opérations diverses'),
    },
    {
      account: account('758000', 'Produits divers de gestion courante'),
      journal: journal('OD', 'Opérations diverses'),
    },
  ],
  other: journal('OD', 'Opérations diverses'),
};
