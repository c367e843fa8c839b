import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { currentLanguage, LANGUAGE_NAMES, type Language } from '../../i18n/i18n';
import { Form } from '../../parts/form';
import { type Handed, HandedLink } from './handed-link';
import { type Member, touchedBy } from './people';

/** A way in for somebody who chooses the password themselves; without mail, the link is handed over by whoever stands here. */
export function Invitation({ member, onClose }: { member: Member; onClose: () => void }) {
  const [invited, setInvited] = useState<Handed>();
  if (!invited) return <Wish member={member} onDone={setInvited} onCancel={onClose} />;
  return <HandedLink handed={invited} onClose={onClose} />;
}

interface WishProps {
  readonly member: Member;
  readonly onDone: (invited: Handed) => void;
  readonly onCancel: () => void;
}
function Wish({ member, onDone, onCancel }: WishProps) {
  const { t } = useTranslation();
  const invite = async (email: string, language: Language): Promise<Handed> => {
    const params = { path: { id: member.id } };
    const body = { email, language, roles: [{ role: 'maker' as const, labId: null }] };
    const answer = await content(api.POST('/api/v1/members/{id}/invitation', { params, body }));
    return { email, ...answer };
  };
  return (
    <Form
      send={(values) => invite(values('email'), values('language') as Language)}
      touches={touchedBy(member.id)}
      onDone={onDone}
      onCancel={onCancel}
      submit={t('members.account.inviteSend')}
    >
      {(faultOf) => (
        <>
          <TextInput
            name="email"
            inputMode="email"
            label={t('members.account.email')}
            defaultValue={member.email ?? ''}
            error={faultOf('email')}
            required
            data-autofocus
          />
          <NativeSelect
            name="language"
            label={t('members.account.language')}
            defaultValue={currentLanguage()}
            data={LANGUAGE_NAMES}
          />
        </>
      )}
    </Form>
  );
}
