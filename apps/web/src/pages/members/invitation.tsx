import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Member } from '../../api/queries';
import { currentLanguage, LANGUAGE_NAMES } from '../../i18n/i18n';
import { type Handed, HandedLink } from '../../parts/account-access/handed-link';
import { Form } from '../../parts/form/form';

/** Invites a member to choose a password; without mail, the staff member who made the link gives it to the person. */
export function Invitation({ member, onClose }: { member: Member; onClose: () => void }) {
  const [invited, setInvited] = useState<Handed>();
  if (!invited) return <InvitationForm member={member} onDone={setInvited} onCancel={onClose} />;
  return <HandedLink handed={invited} onClose={onClose} />;
}

interface FormProps {
  readonly member: Member;
  readonly onDone: (invited: Handed) => void;
  readonly onCancel: () => void;
}
function InvitationForm({ member, onDone, onCancel }: FormProps) {
  const { t } = useTranslation();
  const initial = { email: member.email ?? '', language: currentLanguage() };
  const invite = async ({ email, language }: typeof initial): Promise<Handed> => {
    const params = { path: { id: member.id } };
    const body = { email, language, roles: [{ role: 'maker' as const, labId: null }] };
    const answer = await content(api.POST('/api/v1/members/{id}/invitation', { params, body }));
    return { email, ...answer };
  };
  return (
    <Form
      initial={initial}
      send={invite}
      touches={['/api/v1/members']}
      onDone={onDone}
      onCancel={onCancel}
      submit={t('members.account.inviteSend')}
    >
      {({ field }) => (
        <>
          <TextInput
            {...field('email')}
            inputMode="email"
            label={t('members.account.email')}
            required
            data-autofocus
          />
          <NativeSelect {...field('language')} label={t('members.account.language')} data={LANGUAGE_NAMES} />
        </>
      )}
    </Form>
  );
}
