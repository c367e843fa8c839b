import { Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useSearchParams } from 'react-router';
import { api, content } from '../../api/client';
import { addWords } from '../../i18n/add-words';
import { DialogButton } from '../../parts/dialog-button';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { Pager } from '../../parts/pager';
import { ProblemAlert } from '../../parts/problem-alert';
import { NewPrestation } from './new-prestation';
import { PrestationRow } from './prestation-row';
import { en, fr } from './words';

addWords('prestations', { fr, en });

const SIZE = 25;

/** What is or will be invoiced, the newest first. */
export default function PrestationsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <Page
      title={t('prestations.title')}
      actions={
        <DialogButton variant="filled" label={t('prestations.add')} dialogSize="lg">
          {(close) => (
            <NewPrestation onCancel={close} onDone={({ id }) => void navigate(`/prestations/${id}`)} />
          )}
        </DialogButton>
      }
    >
      <Text className="quiet">{t('prestations.intro')}</Text>
      <List />
    </Page>
  );
}

function List() {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const offset = Math.max(0, Number(params.get('from')) || 0);
  const query = { limit: SIZE, offset };
  const list = useQuery({
    queryKey: ['prestations', query],
    queryFn: () => content(api.GET('/api/v1/prestations', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  if (list.data.total === 0)
    return (
      <Empty title={t('prestations.none')}>
        <Text>{t('prestations.noneCure')}</Text>
      </Empty>
    );
  return (
    <>
      <ul className="rows">
        {list.data.items.map((prestation) => (
          <PrestationRow key={prestation.id} prestation={prestation} />
        ))}
      </ul>
      <Pager
        offset={offset}
        size={SIZE}
        total={list.data.total}
        go={(next) => setParams({ from: String(next) })}
      />
    </>
  );
}
