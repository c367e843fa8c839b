import { Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Where the prepaid account of a member is, for billing staff. */
export function PrepaidSection({ memberId }: { memberId: string }) {
  const { t } = useTranslation();
  return (
    <Stack component="section" gap="xs" align="flex-start" aria-labelledby="prepaid">
      <Title order={3} size="h4" id="prepaid">
        {t('members.prepaid.title')}
      </Title>
      <Link to={`/member-accounts/${memberId}`}>{t('members.prepaid.open')}</Link>
    </Stack>
  );
}
