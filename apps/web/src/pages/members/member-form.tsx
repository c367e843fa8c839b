import { Checkbox, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Member } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { GuardianFields } from './guardian-fields';
import {
  changedFields,
  formerFields,
  type MemberBody,
  type MemberTyped,
  memberBody,
  memberFields,
} from './member-fields';
import { nameIn, useCategories } from './people';

interface Props {
  readonly member?: Member;
  readonly onDone: (id: string) => void;
  readonly onCancel: () => void;
}

/** Registers or changes a member. An address that another member already has is usually the same person. */
export function MemberForm({ member, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const { lab, labs } = useLab();
  const { all } = useCategories();
  const toast = useToast();
  const done = ({ saved, former }: Saved) => {
    if (!former) toast(t('members.registered', { name: saved.displayName }));
    else if (Object.keys(former).length > 0)
      toast(t('members.saved', { name: saved.displayName }), {
        act: () => change(saved.id, former, 'same-email'),
        touches: ['/api/v1/members'],
      });
    onDone(saved.id);
  };
  const offered = all.filter(({ code, retiredAt }) => !retiredAt || code === member?.category);
  return (
    <Form
      initial={memberFields(member, lab?.id)}
      draft={`member-${member?.id ?? 'new'}`}
      send={(typed) => save(member, typed)}
      touches={['/api/v1/members']}
      onDone={done}
      onCancel={onCancel}
      submit={t(member ? 'common.save' : 'members.form.register')}
    >
      {({ field, tick, values, problem }) => (
        <>
          <TextInput
            {...field('displayName')}
            label={t('members.form.name')}
            required
            maxLength={120}
            data-autofocus
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput {...field('email')} inputMode="email" label={t('members.form.email')} />
            <TextInput {...field('phone')} type="tel" label={t('members.form.phone')} maxLength={40} />
            <NativeSelect
              {...field('category')}
              label={t('members.form.category')}
              data={offered.map((each) => ({
                value: each.code,
                label: each.retiredAt ? t('members.form.retired', { name: nameIn(each) }) : nameIn(each),
              }))}
            />
            <NativeSelect
              {...field('homeLabId')}
              label={t('members.form.homeLab')}
              data={[
                { value: '', label: t('members.noHomeLab') },
                ...labs.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          </SimpleGrid>
          <Checkbox {...tick('isMinor')} label={t('members.form.isMinor')} />
          {values.isMinor && <GuardianFields memberId={member?.id} field={field} />}
          {problem?.code.startsWith('MEMBER.DUPLICATE') && (
            <Checkbox {...tick('sameEmail')} label={t('members.form.sameEmail')} />
          )}
        </>
      )}
    </Form>
  );
}

interface Saved {
  readonly saved: Member;
  /** The fields as they were before; absent for a new member. */
  readonly former?: Partial<MemberBody>;
}

async function save(member: Member | undefined, typed: MemberTyped): Promise<Saved> {
  const evenIf = typed.sameEmail ? 'same-email' : undefined;
  const wanted = memberBody(member, typed);
  if (!member)
    return {
      saved: await content(api.POST('/api/v1/members', { params: { query: { evenIf } }, body: wanted })),
    };
  const body = changedFields(member, wanted);
  return { saved: await change(member.id, body, evenIf), former: formerFields(member, body) };
}

const change = (id: string, body: Partial<MemberBody>, evenIf: 'same-email' | undefined): Promise<Member> =>
  content(api.PATCH('/api/v1/members/{id}', { params: { path: { id }, query: { evenIf } }, body }));
