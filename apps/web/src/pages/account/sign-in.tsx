import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../frame/use-me';
import { DialogButton } from '../../parts/dialog-button';
import { AddressForm } from './address-form';
import { PasswordForm } from './password-form';
import { Section } from './section';

/** The sign-in address and password. Without mail, a new address cannot be verified, so it cannot be changed. */
export function SignIn() {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Section id="sign-in" title={t('account.signIn.title')}>
      <Text className="typed">{t('account.signIn.with', { email: me.email })}</Text>
      {me.member.email && me.member.email !== me.email && (
        <Text size="sm" className="typed">
          {t('account.signIn.reached', { email: me.member.email })}
        </Text>
      )}
      {!me.sendsMail && (
        <Text size="sm" maw="65ch">
          {t('account.signIn.noMail')}
        </Text>
      )}
      <Group>
        <DialogButton label={t('account.password.change')}>
          {(close) => <PasswordForm onClose={close} />}
        </DialogButton>
        {me.sendsMail && (
          <DialogButton label={t('account.address.change')}>
            {(close) => <AddressForm onClose={close} />}
          </DialogButton>
        )}
      </Group>
    </Section>
  );
}
