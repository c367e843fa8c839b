import { SimpleGrid, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Dialog } from '../../parts/dialog';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { CorrectSpool } from './correct-spool';
import { type Spool, spoolsQuery } from './material';
import { SpoolCard } from './spool-card';
import { SpoolHistory } from './spool-history';

interface Asked {
  readonly about: 'correction' | 'history';
  readonly spool: Spool;
}

export function SpoolList({ labId }: { labId: string }) {
  const { t } = useTranslation();
  const spools = useQuery(spoolsQuery(labId));
  const machines = useQuery({
    queryKey: ['machines', labId],
    queryFn: async () =>
      (await content(api.GET('/api/v1/labs/{id}/machines', { params: { path: { id: labId } } }))).items,
  });
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  if (spools.isPending) return <Loading />;
  if (spools.isError) return <ProblemAlert error={spools.error} retry={() => void spools.refetch()} />;
  if (spools.data.length === 0)
    return (
      <Empty title={t('spools.none')}>
        <Text>{t('spools.noneCure')}</Text>
      </Empty>
    );
  return (
    <>
      {machines.isError && <ProblemAlert error={machines.error} retry={() => void machines.refetch()} />}
      <SimpleGrid component="ul" className="rows-grid" cols={{ base: 1, sm: 2, lg: 3 }}>
        {spools.data.map((spool) => (
          <SpoolCard
            key={spool.id}
            spool={spool}
            machines={machines.data}
            onCorrect={() => setAsked({ about: 'correction', spool })}
            onHistory={() => setAsked({ about: 'history', spool })}
          />
        ))}
      </SimpleGrid>
      {asked && (
        <Dialog onClose={close} title={t(`spools.${asked.about}.title`, { spool: asked.spool.label })}>
          {asked.about === 'correction' ? (
            <CorrectSpool spool={asked.spool} onDone={close} />
          ) : (
            <SpoolHistory spool={asked.spool} />
          )}
        </Dialog>
      )}
    </>
  );
}
