import { Paper, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { get } from '../../../api/get';
import { ACCOUNTANTS, holds } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { DialogButton } from '../../../parts/dialog-button';
import { formatDay } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { Notice } from '../../../parts/notice';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { SettingsFrame } from '../settings-frame';
import { PricesInWords } from './prices-in-words';
import { PublishForm } from './publish-form';
import { Versions } from './versions';

/** One tariff: the prices of today, and every version of them. */
export function TariffPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const toast = useToast();
  const isAccountant = holds(useMe(), ...ACCOUNTANTS);
  const tariffs = useQuery(get('/api/v1/tariffs'));
  const tariff = tariffs.data?.items.find((each) => each.id === id);
  if (!tariff)
    return (
      <SettingsFrame name="tariffs" of={t('tariffs.one')}>
        {tariffs.isPending && <Loading />}
        {tariffs.isError && <ProblemAlert error={tariffs.error} retry={() => void tariffs.refetch()} />}
        {tariffs.data && (
          <Notice title={t('tariffs.unknown')}>
            <Text size="sm">{t('tariffs.unknownCure')}</Text>
          </Notice>
        )}
      </SettingsFrame>
    );
  const { version } = tariff;
  return (
    <SettingsFrame
      name="tariffs"
      of={tariff.name}
      actions={
        isAccountant && (
          <DialogButton variant="filled" label={t('tariffs.publish')} dialogSize="lg">
            {(close) => (
              <PublishForm
                tariff={tariff}
                onCancel={close}
                onDone={() => {
                  close();
                  toast(t('tariffs.published'));
                }}
              />
            )}
          </DialogButton>
        )
      }
    >
      <Text className="quiet" maw="65ch">
        {t(tariff.standard ? 'tariffs.standardHelp' : 'tariffs.chosenHelp')}
      </Text>
      <Paper withBorder p="md" component="section" aria-labelledby="today">
        <Title order={2} size="h3" id="today">
          {t('tariffs.today')}
        </Title>
        <Text size="sm" className="quiet" mb="sm">
          {t('tariffs.since', { number: version.number, day: formatDay(version.inForceFrom) })}
        </Text>
        <PricesInWords rates={version.rates} />
      </Paper>
      <Stack>
        <Versions tariffId={id} today={version} />
      </Stack>
    </SettingsFrame>
  );
}
