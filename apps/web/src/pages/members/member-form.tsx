import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { orNull } from '../../api/or-null';
import { useLab } from '../../frame/lab-choice';
import { Form, type Values } from '../../parts/form';
import { dayIn, endOfDay, NETWORK_ZONE } from '../../parts/zone';
import { GuardianFields } from './guardian-fields';
import { type Member, nameIn, touchedBy, useCategories } from './people';

interface Props {
  readonly member?: Member;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}

/** Somebody new, or what is changed of somebody. An address that is another member's is most often the same person. */
export function MemberForm({ member, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { lab, labs } = useLab();
  const { all } = useCategories();
  const [isMinor, setMinor] = useState(member?.minorUntil != null);
  const offered = all.filter(({ code, retiredAt }) => !retiredAt || code === member?.category);
  return (
    <Form
      send={(values) => save(member, values)}
      touches={member ? touchedBy(member.id) : [['members']]}
      onDone={({ id }) => onDone(id)}
      onCancel={onCancel}
      submit={t(member ? 'common.save' : 'members.form.register')}
    >
      {(faultOf, problem) => (
        <>
          <TextInput
            name="displayName"
            label={t('members.form.name')}
            defaultValue={member?.displayName}
            error={faultOf('displayName')}
            required
            maxLength={120}
            data-autofocus
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              name="email"
              inputMode="email"
              label={t('members.form.email')}
              defaultValue={member?.email ?? ''}
              error={faultOf('email')}
            />
            <TextInput
              name="phone"
              type="tel"
              label={t('members.form.phone')}
              defaultValue={member?.phone ?? ''}
              error={faultOf('phone')}
              maxLength={40}
            />
            <NativeSelect
              key={offered.length}
              name="category"
              label={t('members.form.category')}
              defaultValue={member?.category ?? 'non-resident'}
              error={faultOf('category')}
              data={offered.map((each) => ({
                value: each.code,
                label: each.retiredAt ? t('members.form.retired', { name: nameIn(each) }) : nameIn(each),
              }))}
            />
            <NativeSelect
              name="homeLabId"
              label={t('members.form.homeLab')}
              defaultValue={(member ? member.homeLabId : lab?.id) ?? ''}
              data={[
                { value: '', label: t('members.noHomeLab') },
                ...labs.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </SimpleGrid>
          <Checkbox
            label={t('members.form.isMinor')}
            checked={isMinor}
            onChange={(event) => setMinor(event.currentTarget.checked)}
          />
          {isMinor && <GuardianFields member={member} faultOf={faultOf} />}
          {problem?.code.startsWith('MEMBER.TWICE') && (
            <Checkbox name="sameEmail" label={t('members.form.sameEmail')} />
          )}
        </>
      )}
    </Form>
  );
}

/** Only what is another than before: a manager may change a member without giving them a lab that is not theirs. */
function save(member: Member | undefined, values: Values): Promise<{ id: string }> {
  const query = values('sameEmail') ? { evenIf: 'same-email' as const } : {};
  const wished = wishOf(member, values);
  if (!member)
    return content(
      api.POST('/api/v1/members', {
        params: { query },
        body: wished,
      }),
    );
  const changed = Object.entries(wished).filter(([name, value]) => value !== member[name as keyof Member]);
  const body = Object.fromEntries(changed);
  return content(api.PATCH('/api/v1/members/{id}', { params: { path: { id: member.id }, query }, body }));
}

function wishOf(member: Member | undefined, values: Values) {
  const comesOfAge = values('minorUntil');
  const before = member?.minorUntil;
  const isSameDay = before != null && dayIn(before, NETWORK_ZONE) === comesOfAge;
  return {
    displayName: values('displayName'),
    email: orNull(values('email').toLowerCase()),
    phone: orNull(values('phone')),
    category: values('category'),
    homeLabId: orNull(values('homeLabId')),
    minorUntil: isSameDay ? before : comesOfAge ? endOfDay(comesOfAge, NETWORK_ZONE) : null,
    guardianId: orNull(values('guardianId')),
  };
}
