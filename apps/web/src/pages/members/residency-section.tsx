import { Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Member } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { holds, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { Confirm } from '../../parts/confirm';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { formatDay } from '../../parts/format';
import { StateBadge } from '../../parts/state-badge';
import { type Undo, useToast } from '../../parts/toasts/use-toast';
import { endOfDay, NETWORK_ZONE, today } from '../../parts/zone';
import { residencyOf, TONES } from './people';

/** Whether a proof of residence was seen, until when it is valid, and the actions of the staff. */
export function ResidencySection({ member }: { member: Member }) {
  const { t } = useTranslation();
  const me = useMe();
  const { id, residency, displayName } = member;
  const state = residencyOf(member);
  const params = { path: { id } };
  const toast = useToast();
  const withdrawn = () => toast(t('members.undo.withdrawn', { name: displayName }), giveBack(member));
  return (
    <Stack component="section" gap="xs" aria-labelledby="residency">
      <Title order={3} size="h4" id="residency">
        {t('members.proof.title')}
      </Title>
      <div>
        <StateBadge tone={TONES[state]}>{t(`members.states.${state}`)}</StateBadge>
      </div>
      <Text>
        {residency
          ? t(state === 'expired' ? 'members.proof.ended' : 'members.proof.until', {
              day: formatDay(residency.validUntil),
              seen: formatDay(residency.verifiedAt),
            })
          : t('members.proof.none')}
      </Text>
      {holds(me, ...LAB_STAFF) && (
        <Group gap="xs">
          <DialogButton label={t('members.proof.verify')}>
            {(close) => <Verify member={member} onDone={close} />}
          </DialogButton>
          {residency && (
            <Confirm
              color="red"
              variant="outline"
              label={t('members.proof.withdraw')}
              act={() => api.DELETE('/api/v1/members/{id}/residency', { params })}
              touches={['/api/v1/members']}
              onDone={withdrawn}
            >
              <Text>{t('members.proof.withdrawText', { name: displayName })}</Text>
            </Confirm>
          )}
        </Group>
      )}
    </Stack>
  );
}

/** The proof is valid until the end of its day, in the time zone of the member’s lab. */
function Verify({ member, onDone }: { member: Member; onDone: () => void }) {
  const { t } = useTranslation();
  const { labs } = useLab();
  const zone = labs.find(({ id }) => id === member.homeLabId)?.timeZone ?? NETWORK_ZONE;
  const now = today(zone);
  const inAYear = `${Number(now.slice(0, 4)) + 1}${now.slice(4).replace('-02-29', '-02-28')}`;
  const params = { path: { id: member.id } };
  const toast = useToast();
  const done = () => {
    const takeBack = giveBack(member) ?? {
      act: () => api.DELETE('/api/v1/members/{id}/residency', { params }),
      touches: ['/api/v1/members'],
    };
    toast(t('members.undo.verified', { name: member.displayName }), takeBack);
    onDone();
  };
  return (
    <Form
      initial={{ validUntil: inAYear }}
      send={({ validUntil }) => {
        const body = { validUntil: endOfDay(validUntil, zone) };
        return content(api.POST('/api/v1/members/{id}/residency', { params, body }));
      }}
      touches={['/api/v1/members']}
      onDone={done}
      onCancel={onDone}
      submit={t('members.proof.save')}
    >
      {({ field }) => (
        <>
          <Text>{t('members.proof.verifyText')}</Text>
          <TextInput
            type="date"
            {...field('validUntil')}
            label={t('members.proof.validUntil')}
            min={now}
            required
            data-autofocus
          />
        </>
      )}
    </Form>
  );
}

/** Records the proof again that the member has now; undefined where there is none, or it is no longer valid. */
function giveBack({ id, residency }: Member): Undo | undefined {
  if (!residency || residency.state === 'expired') return undefined;
  const body = { validUntil: residency.validUntil };
  const params = { path: { id } };
  return {
    act: () => api.POST('/api/v1/members/{id}/residency', { params, body }),
    touches: ['/api/v1/members'],
  };
}
