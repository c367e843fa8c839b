import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Lab } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { Form } from '../../parts/form/form';
import { DANGER } from '../../parts/once-more';
import { useToast } from '../../parts/toasts/use-toast';
import { endOfDay, NETWORK_ZONE, today } from '../../parts/zone';
import { type Induction, useKinds } from './kinds';
import { nameIn } from './people';

interface GrantProps {
  readonly memberId: string;
  /** The labs where the reader may give an induction. */
  readonly labs: readonly Lab[];
  readonly onDone: () => void;
}

export function GrantInduction({ memberId, labs, onDone }: GrantProps) {
  const { t } = useTranslation();
  const { lab: chosen } = useLab();
  const { all } = useKinds();
  const toast = useToast();
  const initial = {
    kind: '',
    labId: (labs.find(({ id }) => id === chosen?.id) ?? labs[0])?.id ?? '',
    validUntil: '',
  };
  // The kinds may come after the form: until another is chosen, the first one is shown.
  const send = ({ kind, labId, validUntil: day }: typeof initial) => {
    const zone = labs.find(({ id }) => id === labId)?.timeZone ?? NETWORK_ZONE;
    const body = { kind: kind || (all[0]?.code ?? ''), labId, validUntil: day ? endOfDay(day, zone) : null };
    return content(api.POST('/api/v1/members/{id}/inductions', { params: { path: { id: memberId } }, body }));
  };
  return (
    <Form
      initial={initial}
      send={send}
      touches={[['/api/v1/members/{id}/inductions', { id: memberId }]]}
      onDone={() => {
        toast(t('members.undo.granted'));
        onDone();
      }}
      onCancel={onDone}
      submit={t('members.inductions.grantSave')}
    >
      {({ field }) => (
        <>
          <NativeSelect
            {...field('kind')}
            label={t('members.inductions.kind')}
            required
            data={all.map((each) => ({ value: each.code, label: nameIn(each) }))}
          />
          <NativeSelect
            {...field('labId')}
            label={t('members.inductions.lab')}
            data={labs.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextInput
            type="date"
            {...field('validUntil')}
            label={t('members.inductions.validUntil')}
            min={today(NETWORK_ZONE)}
          />
        </>
      )}
    </Form>
  );
}

/** A withdrawal always needs a reason: the member and other trainers read it. */
export function WithdrawInduction({ induction, onDone }: { induction: Induction; onDone: () => void }) {
  const { t } = useTranslation();
  const params = { path: { id: induction.id } };
  return (
    <Form
      initial={{ reason: '' }}
      send={(body) => content(api.POST('/api/v1/inductions/{id}/withdraw', { params, body }))}
      touches={[['/api/v1/members/{id}/inductions', { id: induction.memberId }]]}
      onDone={onDone}
      onCancel={onDone}
      submit={t('members.inductions.withdraw')}
      color={DANGER}
    >
      {({ field }) => (
        <Textarea
          {...field('reason')}
          label={t('members.inductions.reason')}
          required
          maxLength={300}
          rows={3}
          data-autofocus
        />
      )}
    </Form>
  );
}
