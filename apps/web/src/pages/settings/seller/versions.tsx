import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDay, formatMoment } from '../../../parts/format';
import { StateBadge } from '../../../parts/state-badge';
import type { SellerVersion } from './values';

interface Props {
  /** The latest first day first. */
  readonly versions: readonly SellerVersion[];
  readonly current: SellerVersion | undefined;
}

/** What was recorded, and from which day each of it is on invoices. */
export function Versions({ versions, current }: Props) {
  const { t } = useTranslation();
  const stateOf = (version: SellerVersion) => {
    if (version === current) return 'today';
    return !current || versions.indexOf(version) < versions.indexOf(current) ? 'later' : 'before';
  };
  return (
    <Stack component="section" gap="sm" aria-labelledby="seller-versions">
      <Title order={2} size="h3" id="seller-versions">
        {t('seller.versions.title')}
      </Title>
      <ul className="rows">
        {versions.map((version) => (
          <Paper key={version.recordedAt} component="li" withBorder p="sm">
            <div className="row">
              <Text fw={600}>{t('seller.versions.from', { day: formatDay(version.inForceFrom) })}</Text>
              <StateBadge tone={version === current ? 'good' : 'neutral'}>
                {t(`seller.versions.${stateOf(version)}`)}
              </StateBadge>
            </div>
            <Text size="sm" className="quiet typed">
              {t('seller.versions.detail', {
                name: version.name,
                regime: t(`seller.regime.${version.vat.regime}`),
                moment: formatMoment(version.recordedAt),
              })}
            </Text>
          </Paper>
        ))}
      </ul>
    </Stack>
  );
}
