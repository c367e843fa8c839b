import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { labsQuery } from '../../api/queries';
import { addWords } from '../../i18n/add-words';
import { DialogButton } from '../../parts/dialog-button';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { LabCard } from './lab-card';
import { LabForm } from './lab-form';
import { Letters } from './letters';
import { Warnings } from './warnings';
import { en, fr } from './words';

addWords('agents', { fr, en });

const LOOK_AGAIN_MS = 10_000;

/** The labs of the network and the computers in them; and what the service could not do. */
export default function AgentsPage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('agents.title')}
      actions={
        <DialogButton variant="filled" label={t('agents.add')}>
          {(close) => <LabForm onDone={close} />}
        </DialogButton>
      }
    >
      <Text className="quiet" maw="65ch">
        {t('agents.intro')}
      </Text>
      <Warnings />
      <Labs />
      <Letters />
    </Page>
  );
}

/** Who is online changes by itself: asked again while the page is looked at, and shown as unknown where none answers. */
function Labs() {
  const { t } = useTranslation();
  const labs = useQuery({ ...labsQuery, staleTime: 0, refetchInterval: LOOK_AGAIN_MS });
  if (labs.isPending) return <Loading />;
  return (
    <>
      {labs.isError && <ProblemAlert error={labs.error} retry={() => void labs.refetch()} />}
      {labs.data?.length === 0 && (
        <Empty title={t('agents.none')}>
          <Text>{t('agents.noneCure')}</Text>
        </Empty>
      )}
      <ul className="rows">
        {labs.data?.map((lab) => (
          <LabCard key={lab.id} lab={lab} isKnown={!labs.isError} />
        ))}
      </ul>
    </>
  );
}
