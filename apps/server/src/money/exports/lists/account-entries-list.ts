import { inLanguage, type Language, type Wording } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { latestFirst, readPart } from '../../../platform/persistence/keyset';
import { AccountEntryFilterDto } from '../../member-accounts/account.dto';
import { AccountEntry, type EntryKind } from '../../member-accounts/account.entities';
import { allRows, type ListExport } from './list-export';

const KINDS: Readonly<Record<EntryKind, Wording>> = {
  'top-up': { en: 'Top-up', fr: 'Rechargement' },
  charge: { en: 'Print', fr: 'Impression' },
  correction: { en: 'Correction', fr: 'Correction' },
  refund: { en: 'Refund', fr: 'Remboursement' },
  reversal: { en: 'Reversal', fr: 'Annulation' },
};

/** The movements of all prepaid accounts, the latest first. An account has its reference here, not a name. */
export const accountEntriesList = (
  manager: EntityManager,
  language: Language,
): ListExport<AccountEntry, AccountEntryFilterDto> => ({
  name: 'account-entries',
  title: { en: 'Movements of prepaid accounts', fr: 'Mouvements des comptes prépayés' },
  query: AccountEntryFilterDto.schema,
  columns: [
    { title: { en: 'Number', fr: 'Numéro' }, of: ({ number }) => number },
    { title: { en: 'Booked on', fr: 'Comptabilisé le' }, of: ({ bookedOn }) => ({ day: bookedOn }) },
    { title: { en: 'Kind', fr: 'Type' }, of: ({ kind }) => inLanguage(KINDS[kind], language) },
    { title: { en: 'Amount', fr: 'Montant' }, of: ({ cents }) => ({ cents }) },
    {
      title: { en: 'Balance after it', fr: 'Solde après' },
      of: ({ balanceCents }) => ({ cents: balanceCents }),
    },
    { title: { en: 'Reason', fr: 'Motif' }, of: ({ reason }) => reason },
  ],
  rows: (query) =>
    allRows(query, (page) =>
      readPart(
        manager.createQueryBuilder(AccountEntry, 'entry'),
        latestFirst<AccountEntry>('entry', 'at'),
        page,
      ),
    ),
});
