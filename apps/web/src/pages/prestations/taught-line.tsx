import { NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../api/client';
import { sellerQuery } from '../../api/queries';
import { useActivityName } from '../../parts/activity-name/use-activity-name';
import { demandDecimalText } from '../../parts/decimal';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { activitiesOf, TOUCHED } from './billing';

/** Adds a session to the order: its price, how many, and the activity that decides the VAT. */
export function TaughtLine({ session }: { session: Schemas['LabSession'] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const seller = useQuery(sellerQuery);
  const activities = activitiesOf(seller.data ?? null);
  const [first = ''] = activities;
  const activityName = useActivityName();
  if (!seller.data) return null;
  return (
    <DialogButton label={t('prestations.taught.add')}>
      {(close) => (
        <Form
          initial={{
            unitPrice: '',
            quantity: '1',
            activity: activities.find((name) => name === 'training') ?? first,
          }}
          send={async ({ unitPrice, quantity, activity }) =>
            content(
              api.POST('/api/v1/lab-sessions/{id}/prestation-line', {
                params: { path: { id: session.id } },
                body: {
                  unitPrice: demandDecimalText('unitPrice', unitPrice),
                  quantity: demandDecimalText('quantity', quantity),
                  ...{ unit: 'C62', activity },
                },
              }),
            )
          }
          touches={[...TOUCHED, '/api/v1/lab-sessions']}
          onDone={() => {
            toast(t('prestations.taught.added'));
            close();
          }}
          onCancel={close}
          submit={t('prestations.taught.add')}
        >
          {({ field }) => (
            <>
              <TextInput
                {...field('unitPrice')}
                label={t('prestations.taught.price')}
                inputMode="decimal"
                required
              />
              <TextInput
                {...field('quantity')}
                label={t('prestations.taught.quantity')}
                inputMode="decimal"
                required
              />
              <NativeSelect
                {...field('activity')}
                label={t('prestations.taught.activity')}
                data={activities.map((value) => ({ value, label: activityName(value) }))}
              />
            </>
          )}
        </Form>
      )}
    </DialogButton>
  );
}
