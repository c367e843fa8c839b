import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Day } from '../../kit/paris';
import type { AgedBalanceDto } from '../../payments/accounts.dto';
import { agedClients } from '../../payments/aged-clients';
import type { ListExport } from './list-export';

type Row = AgedBalanceDto['items'][number];

/** What clients owe today, by how long it is late. */
export const balancesList = (manager: EntityManager, today: Day): ListExport<Row, object> => ({
  name: 'balances',
  title: { en: 'Client balances', fr: 'Soldes des clients' },
  query: z.object({}),
  columns: [
    { title: { en: 'Client', fr: 'Client' }, of: ({ name }) => name },
    { title: { en: 'Not due', fr: 'Non échu' }, of: ({ notDueCents }) => ({ cents: notDueCents }) },
    {
      title: { en: '1 to 30 days late', fr: '1 à 30 jours' },
      of: ({ upTo30Cents }) => ({ cents: upTo30Cents }),
    },
    {
      title: { en: '31 to 60 days late', fr: '31 à 60 jours' },
      of: ({ upTo60Cents }) => ({ cents: upTo60Cents }),
    },
    {
      title: { en: '61 to 90 days late', fr: '61 à 90 jours' },
      of: ({ upTo90Cents }) => ({ cents: upTo90Cents }),
    },
    {
      title: { en: 'More than 90 days late', fr: 'Plus de 90 jours' },
      of: ({ olderCents }) => ({ cents: olderCents }),
    },
    { title: { en: 'Open', fr: 'Reste dû' }, of: ({ openCents }) => ({ cents: openCents }) },
    {
      title: { en: 'On account', fr: 'Avance sur le compte' },
      of: ({ onAccountCents }) => ({ cents: onAccountCents }),
    },
  ],
  async *rows() {
    yield* (await agedClients(manager, today)).items;
  },
});
