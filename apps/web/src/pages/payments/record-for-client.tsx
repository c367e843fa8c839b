import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { SearchedSelect, useSearch } from '../../parts/searched-select';
import { useOpenPapers } from './payment';
import { RecordPayment } from './record-payment';

const OFFERED = 50;

/** Records a payment: first whose it is, then the rest. */
export function RecordForClient({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const search = useSearch();
  const [client, setClient] = useState<{ readonly id: string; readonly name: string }>();
  const found = useQuery(
    get('/api/v1/organisations', {
      query: { limit: OFFERED, ...(search.search && { search: search.search }) },
    }),
  );
  const clients = found.data?.items ?? [];
  return (
    <>
      <SearchedSelect
        search={search}
        searchLabel={t('payments.searchClient')}
        label={t('payments.client')}
        required
        value={client?.id ?? ''}
        onChange={({ currentTarget }) => setClient(clients.find(({ id }) => id === currentTarget.value))}
        choices={clients.map(({ id, name }) => ({ value: id, label: name }))}
        note={found.data?.total === 0 && t('payments.noClient')}
      />
      {client && <ForClient key={client.id} client={client} onDone={onDone} />}
    </>
  );
}

interface Props {
  readonly client: { readonly id: string; readonly name: string };
  readonly onDone: () => void;
}

/** The same when the client is known. */
export function ForClient({ client, onDone }: Props) {
  const open = useOpenPapers(client.id);
  if (open.isPending) return <Loading />;
  if (open.isError) return <ProblemAlert error={open.error} retry={() => void open.refetch()} />;
  return (
    <RecordPayment organisationId={client.id} clientName={client.name} papers={open.data} onDone={onDone} />
  );
}
