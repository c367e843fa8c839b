import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import type { Lab } from '../../api/queries';
import { Confirm } from '../../parts/confirm';
import { DialogButton } from '../../parts/dialog-button';
import { StateBadge } from '../../parts/state-badge';
import { EnrolmentCode } from './enrolment-code';
import { LabForm } from './lab-form';

/** One lab and its computer. `isKnown` is false where nobody could say whether it is online. */
export function LabCard({ lab, isKnown }: { lab: Lab; isKnown: boolean }) {
  const { t } = useTranslation();
  const path = { params: { path: { id: lab.id } } };
  return (
    <Card component="li" withBorder>
      <Stack gap="sm">
        <Group justify="space-between">
          <Title order={2} size="h4" className="typed">
            {lab.name}
          </Title>
          {isKnown ? <Computer lab={lab} /> : <StateBadge tone="neutral">{t('agents.notNow')}</StateBadge>}
        </Group>
        <Text size="sm">
          {t('agents.zone', { zone: lab.timeZone })} ·{' '}
          {t(lab.selfRegistration ? 'agents.selfRegistration' : 'agents.noSelfRegistration')}
        </Text>
        <Group gap="xs">
          <DialogButton
            variant={lab.hasComputer ? 'default' : 'filled'}
            label={t('agents.code.ask')}
            title={t('agents.code.title', { lab: lab.name })}
          >
            {() => <EnrolmentCode labId={lab.id} />}
          </DialogButton>
          <DialogButton label={t('agents.change')} title={t('agents.changeOf', { lab: lab.name })}>
            {(close) => <LabForm lab={lab} onDone={close} />}
          </DialogButton>
          {lab.hasComputer && (
            <>
              <Confirm
                label={t('agents.renew')}
                act={() => api.POST('/api/v1/labs/{id}/agent/secret-renewal', path)}
                touches={[['labs']]}
              >
                <Text>{t('agents.renewText', { lab: lab.name })}</Text>
              </Confirm>
              <Confirm
                color="red"
                variant="outline"
                label={t('agents.revoke')}
                act={() => api.DELETE('/api/v1/labs/{id}/agent', path)}
                touches={[['labs']]}
              >
                <Text>{t('agents.revokeText', { lab: lab.name })}</Text>
              </Confirm>
            </>
          )}
        </Group>
      </Stack>
    </Card>
  );
}

/** Where no computer was connected yet, none has failed. */
function Computer({ lab }: { lab: Lab }) {
  const { t } = useTranslation();
  if (!lab.hasComputer) return <StateBadge tone="neutral">{t('agents.notConnected')}</StateBadge>;
  return (
    <StateBadge tone={lab.agentOnline ? 'good' : 'bad'}>
      {t(lab.agentOnline ? 'agents.online' : 'agents.offline')}
    </StateBadge>
  );
}
