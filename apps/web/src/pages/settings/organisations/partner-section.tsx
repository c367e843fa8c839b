import { Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { DialogButton } from '../../../parts/dialog-button';
import { PartnerForm } from '../../../parts/partner/partner-form';
import { RemovePartner } from '../../../parts/partner/remove-partner';
import { ProblemAlert } from '../../../parts/problem-alert';

/** Whether the labs work with this organisation as a partner, and what reports need to know of it. */
export function PartnerSection({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation();
  const found = useQuery(get('/api/v1/organisations/{id}/partner', { path: { id: organisationId } }));
  const partner = found.data?.partner;
  return (
    <Stack component="section" gap="sm" aria-labelledby="partner">
      <Title order={2} size="h3" id="partner">
        {t('partner.title')}
      </Title>
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      {partner === null && <Text>{t('partner.none')}</Text>}
      {partner && (
        <Text className="typed">
          {[
            t(`partner.kinds.${partner.kind}`),
            partner.neighbourhood,
            partner.priorityEducation && t('partner.priority'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
      )}
      {partner !== undefined && (
        <Group>
          <DialogButton label={t(partner ? 'partner.change' : 'partner.add')}>
            {(close) => <PartnerForm {...{ organisationId, partner }} onDone={close} />}
          </DialogButton>
          {partner && <RemovePartner partner={partner} />}
        </Group>
      )}
    </Stack>
  );
}
