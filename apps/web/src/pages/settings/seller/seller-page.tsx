import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { addWords } from '../../../i18n/add-words';
import { formatDay } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { Notice } from '../../../parts/notice';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';
import { todayInParis } from '../today';
import { SellerForm } from './seller-form';
import type { SellerVersion } from './values';
import { Versions } from './versions';
import { en, fr } from './words';
import './seller.css';

addWords('seller', { fr, en });

/** The association as its invoices show it, and how its activities are taxed. */
export default function SellerPage() {
  const { t } = useTranslation();
  const versions = useQuery(get('/api/v1/settings/seller/versions'));
  return (
    <SettingsFrame name="seller">
      <Text className="quiet" maw="65ch">
        {t('seller.intro')}
      </Text>
      {versions.isPending && <Loading />}
      {versions.isError && <ProblemAlert error={versions.error} retry={() => void versions.refetch()} />}
      {versions.data && <Seller versions={versions.data.items} />}
    </SettingsFrame>
  );
}

function Seller({ versions }: { versions: readonly SellerVersion[] }) {
  const { t } = useTranslation();
  const today = todayInParis();
  const current = versions.find(({ inForceFrom }) => inForceFrom <= today);
  const next = versions.findLast(({ inForceFrom }) => inForceFrom > today);
  const shown = current ?? next;
  return (
    <Stack gap="lg">
      {!current && (
        <Notice title={t('seller.none')}>
          <Text size="sm">
            {next ? t('seller.noneUntil', { day: formatDay(next.inForceFrom) }) : t('seller.noneCure')}
          </Text>
        </Notice>
      )}
      {current && next && (
        <Notice title={t('seller.next', { day: formatDay(next.inForceFrom) })}>
          <Text size="sm">{t('seller.nextHelp')}</Text>
        </Notice>
      )}
      <SellerForm key={shown?.recordedAt} seller={shown} />
      {versions.length > 0 && <Versions versions={versions} current={current} />}
    </Stack>
  );
}
