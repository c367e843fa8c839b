import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { NETWORK_ZONE, today } from '../../parts/zone';
import { TOUCHED } from './paper';

const DECISIONS = ['accepted', 'refused'] as const;
const WAYS = ['mail', 'paper', 'phone'] as const;

const initial = () => ({
  decision: 'accepted' as (typeof DECISIONS)[number],
  how: 'mail' as (typeof WAYS)[number],
  name: '',
  reason: '',
  on: today(NETWORK_ZONE),
});

/** Records how a client accepted or refused a quote outside of the client's page. */
export function DecisionForm({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const params = { path: { id } };
  return (
    <Form
      initial={initial()}
      send={({ reason, ...typed }) => {
        const body = { ...typed, ...(reason && { reason }) };
        return content(api.POST('/api/v1/documents/{id}/decision', { params, body }));
      }}
      touches={TOUCHED}
      onDone={() => {
        toast(t('documents.decisionSaved'));
        onDone();
      }}
      onCancel={onDone}
      submit={t('documents.saveDecision')}
    >
      {({ field, values }) => (
        <>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <NativeSelect
              {...field('decision')}
              label={t('documents.decision')}
              data={DECISIONS.map((value) => ({ value, label: t(`documents.decisions.${value}`) }))}
            />
            <NativeSelect
              {...field('how')}
              label={t('documents.byWhat')}
              data={WAYS.map((value) => ({ value, label: t(`documents.how.${value}`) }))}
            />
          </SimpleGrid>
          <TextInput {...field('name')} label={t('documents.whoDecided')} required maxLength={120} />
          <TextInput type="date" {...field('on')} label={t('documents.decidedOn')} required />
          {values.decision === 'refused' && (
            <TextInput {...field('reason')} label={t('documents.reason')} maxLength={500} />
          )}
        </>
      )}
    </Form>
  );
}
