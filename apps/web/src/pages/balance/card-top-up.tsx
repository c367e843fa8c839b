import { Text, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';

import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { askAgain } from '../../api/touched';
import { centsOf } from '../../parts/cents-of';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { formatEuros } from '../../parts/format';
import { usePageParams } from '../../parts/page-params';
import { cardStateOf } from './card-state';

const ADDRESS = '/api/v1/me/account/card-payments';
const ASKED_EVERY_MS = 3000;

/** Tops the own account up on the page of the card service; nothing where the network takes no cards. */
export function CardTopUp() {
  const { t } = useTranslation();
  const { data } = useQuery(get(ADDRESS));
  if (!data) return null;
  const { isOffered, leastCents, mostCents } = data;
  const send = async ({ cents }: { cents: string }) => {
    const body = { cents: centsOf('cents', cents) };
    const { url } = await content(api.POST(ADDRESS, { body }));
    window.location.assign(url);
  };
  const limits = { least: formatEuros(leastCents), most: formatEuros(mostCents) };
  return (
    <>
      <ReturnedFrom />
      {isOffered && (
        <div>
          <DialogButton label={t('balance.card.start')}>
            {(close) => (
              <Form
                initial={{ cents: '' }}
                send={send}
                touches={[]}
                onCancel={close}
                submit={t('balance.card.go')}
              >
                {({ field }) => (
                  <TextInput
                    {...field('cents')}
                    label={t('balance.card.amount')}
                    description={t('balance.card.help', limits)}
                    inputMode="decimal"
                    required
                    maxLength={12}
                  />
                )}
              </Form>
            )}
          </DialogButton>
        </div>
      )}
    </>
  );
}

/** What became of the payment from which the person comes back: asked again until the card service has confirmed it. */
function ReturnedFrom() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [params] = usePageParams();
  const returned = params.get('card');
  const { data } = useQuery({
    ...get(ADDRESS),
    refetchInterval: ({ state }) => {
      const waits = state.data?.items.find(({ id }) => id === returned);
      return waits && cardStateOf(waits, Date.now()) === 'open' ? ASKED_EVERY_MS : false;
    },
  });
  const card = data?.items.find(({ id }) => id === returned);
  const isBooked = card?.isBooked ?? false;
  useEffect(() => {
    if (isBooked) void askAgain(queries, '/api/v1/me/account', '/api/v1/me/account/entries');
  }, [isBooked, queries]);
  if (!card) return null;
  const state = cardStateOf(card, Date.now());
  return (
    <Text role="status" fw={600}>
      {t(`balance.card.${state}`, { amount: formatEuros(card.cents) })}
    </Text>
  );
}
