import { type MemberAccountListDto, MemberAccountSearchDto } from '../../member-accounts/account.dto';
import type { AccountViews } from '../../member-accounts/account-views.service';
import { allRows, type ListExport } from './list-export';

type Row = MemberAccountListDto['items'][number];

/** The prepaid accounts of members. */
export const memberAccountsList = (accounts: AccountViews): ListExport<Row, MemberAccountSearchDto> => ({
  name: 'member-accounts',
  title: { en: 'Prepaid accounts', fr: 'Comptes prépayés' },
  query: MemberAccountSearchDto.schema,
  columns: [
    { title: { en: 'Member', fr: 'Membre' }, of: ({ displayName }) => displayName },
    { title: { en: 'Account', fr: 'Compte' }, of: ({ reference }) => reference },
    { title: { en: 'Balance', fr: 'Solde' }, of: ({ balanceCents }) => ({ cents: balanceCents }) },
    { title: { en: 'Reserved', fr: 'Réservé' }, of: ({ reservedCents }) => ({ cents: reservedCents }) },
    {
      title: { en: 'Allowance', fr: 'Découvert permis' },
      of: ({ allowanceCents }) => ({ cents: allowanceCents }),
    },
    {
      title: { en: 'Not invoiced', fr: 'À facturer' },
      of: ({ uninvoicedCents }) => ({ cents: uninvoicedCents }),
    },
  ],
  rows: (query) => allRows(query, (page) => accounts.list(page)),
});
