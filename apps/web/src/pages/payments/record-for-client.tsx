import { useState } from 'react';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { OrganisationChoice } from '../../parts/searched-choice/organisation-choice';
import { useOpenPapers } from './payment';
import { RecordPayment } from './record-payment';

/** Records a payment: first whose it is, then the rest. */
export function RecordForClient({ onDone }: { onDone: () => void }) {
  const [client, setClient] = useState<{ readonly id: string; readonly name: string }>();
  return (
    <>
      <OrganisationChoice required value={client?.id ?? ''} onChosen={setClient} />
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
