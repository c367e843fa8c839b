import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { addWords } from '../../i18n/add-words';
import { DialogButton } from '../../parts/dialog-button';
import * as file from '../../parts/file/words';
import { formatDay } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { AddLine } from './add-line';
import { type PrestationDetail, prestationQuery } from './billing';
import { Client } from './client';
import { Invoice } from './invoice';
import { IssueInvoice } from './issue-invoice';
import { Lines } from './lines';
import { PrestationState } from './prestation-state';
import { en, fr } from './words';

addWords('prestations', { fr, en });
addWords('file', file);

/** One prestation: its client, its lines, and its invoice or the button that issues it. */
export default function PrestationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const prestation = useQuery(prestationQuery(id));
  return (
    <Page
      title={prestation.data?.title ?? t('prestations.title')}
      trail={[{ to: '/prestations', label: t('prestations.title') }]}
    >
      {prestation.isPending && <Loading />}
      {prestation.isError && (
        <ProblemAlert error={prestation.error} retry={() => void prestation.refetch()} />
      )}
      {prestation.data && <Detail prestation={prestation.data} />}
    </Page>
  );
}

function Detail({ prestation }: { prestation: PrestationDetail }) {
  const { t } = useTranslation();
  const { id, reference, organisationId, state, purchaseOrder, createdAt, lines, netCents } = prestation;
  return (
    <Stack gap="lg">
      <Group>
        <PrestationState state={state} />
        <Text>
          {reference} · {t('prestations.made', { day: formatDay(createdAt) })}
        </Text>
        {purchaseOrder && <Text className="typed">{t('prestations.order', { order: purchaseOrder })}</Text>}
      </Group>
      {prestation.invoiceId && <Invoice id={prestation.invoiceId} />}
      <Client id={organisationId} />
      <Stack component="section" gap="sm" aria-labelledby="lines">
        <Group justify="space-between">
          <Title order={2} size="h3" id="lines">
            {t('prestations.lines.title')}
          </Title>
          {state === 'open' && (
            <DialogButton label={t('prestations.lines.add')}>
              {(close) => <AddLine prestationId={id} onDone={close} />}
            </DialogButton>
          )}
        </Group>
        <Lines prestationId={id} lines={lines} netCents={netCents} />
      </Stack>
      {state === 'open' && <IssueInvoice prestation={prestation} />}
    </Stack>
  );
}
