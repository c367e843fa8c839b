import { Button, NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { currentLanguage, type Language } from '../../i18n/i18n';
import { CopyField } from '../../parts/copy-field';
import { Form } from '../../parts/form';
import { formatMoment } from '../../parts/format';
import { type Member, touchedBy } from './people';

interface Invited {
  readonly email: string;
  /** Null where a mail with it is on its way. */
  readonly link: string | null;
  readonly expiresAt: string;
}

/** A way in for somebody who chooses the password themselves; without mail, the link is handed over by whoever stands here. */
export function Invitation({ member, onClose }: { member: Member; onClose: () => void }) {
  const [invited, setInvited] = useState<Invited>();
  if (!invited) return <Wish member={member} onDone={setInvited} onCancel={onClose} />;
  return <Answer invited={invited} onClose={onClose} />;
}

function Answer({ invited, onClose }: { invited: Invited; onClose: () => void }) {
  const { t } = useTranslation();
  const { email, link } = invited;
  const moment = formatMoment(invited.expiresAt);
  return (
    <Stack>
      <Text role="status">
        {link ? t('members.account.handOver', { moment }) : t('members.account.sent', { email, moment })}
      </Text>
      {link && <CopyField label={t('members.account.link')} text={link} />}
      <Button variant="default" className="touch" onClick={onClose} ml="auto">
        {t('common.close')}
      </Button>
    </Stack>
  );
}

interface WishProps {
  readonly member: Member;
  readonly onDone: (invited: Invited) => void;
  readonly onCancel: () => void;
}
function Wish({ member, onDone, onCancel }: WishProps) {
  const { t } = useTranslation();
  const invite = async (email: string, language: Language): Promise<Invited> => {
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
            data={[
              { value: 'fr', label: 'Français' },
              { value: 'en', label: 'English' },
            ]}
          />
        </>
      )}
    </Form>
  );
}
