import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Lab } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { Form, type Values } from '../../parts/form';
import { DANGER } from '../../parts/once-more';
import { endOfDay, NETWORK_ZONE, today } from '../../parts/zone';
import { type Induction, useKinds } from './kinds';
import { nameIn } from './people';

interface GrantProps {
  readonly memberId: string;
  /** Where whoever looks may give one. */
  readonly labs: readonly Lab[];
  readonly onDone: () => void;
}

export function GrantInduction({ memberId, labs, onDone }: GrantProps) {
  const { t } = useTranslation();
  const { lab: chosen } = useLab();
  const { all } = useKinds();
  const send = (values: Values) => {
    const labId = values('labId');
    const zone = labs.find(({ id }) => id === labId)?.timeZone ?? NETWORK_ZONE;
    const day = values('validUntil');
    const body = { kind: values('kind'), labId, validUntil: day ? endOfDay(day, zone) : null };
    return content(api.POST('/api/v1/members/{id}/inductions', { params: { path: { id: memberId } }, body }));
  };
  return (
    <Form
      send={send}
      touches={[['inductions', memberId]]}
      onDone={onDone}
      onCancel={onDone}
      submit={t('members.inductions.grantSave')}
    >
      {(faultOf) => (
        <>
          <NativeSelect
            name="kind"
            label={t('members.inductions.kind')}
            error={faultOf('kind')}
            required
            data={all.map((each) => ({ value: each.code, label: nameIn(each) }))}
          />
          <NativeSelect
            name="labId"
            label={t('members.inductions.lab')}
            defaultValue={labs.some(({ id }) => id === chosen?.id) ? chosen?.id : labs[0]?.id}
            data={labs.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextInput
            type="date"
            name="validUntil"
            label={t('members.inductions.validUntil')}
            min={today(NETWORK_ZONE)}
            error={faultOf('validUntil')}
          />
        </>
      )}
    </Form>
  );
}

/** Never without saying why: the member and other trainers read it. */
export function WithdrawInduction({ induction, onDone }: { induction: Induction; onDone: () => void }) {
  const { t } = useTranslation();
  const params = { path: { id: induction.id } };
  return (
    <Form
      send={(values) =>
        content(api.POST('/api/v1/inductions/{id}/withdraw', { params, body: { reason: values('reason') } }))
      }
      touches={[['inductions', induction.memberId]]}
      onDone={onDone}
      onCancel={onDone}
      submit={t('members.inductions.withdraw')}
      color={DANGER}
    >
      {(faultOf) => (
        <Textarea
          name="reason"
          label={t('members.inductions.reason')}
          error={faultOf('reason')}
          required
          maxLength={300}
          rows={3}
          data-autofocus
        />
      )}
    </Form>
  );
}
