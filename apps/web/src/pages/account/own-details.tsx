import { Paper, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { orNull } from '../../api/or-null';
import { useMe } from '../../frame/use-me';
import { useOwnLanguage } from '../../frame/use-own-language';
import { LANGUAGE_NAMES } from '../../i18n/i18n';
import { Form } from '../../parts/form/form';
import { ProblemAlert } from '../../parts/problem-alert';
import { Section } from './section';

/** The person's name and telephone number. */
export function OwnDetails() {
  const { t } = useTranslation();
  const { member } = useMe();
  const [isSaved, setSaved] = useState(false);
  const initial = { displayName: member.displayName, phone: member.phone ?? '' };
  const send = ({ displayName, phone }: typeof initial) => {
    setSaved(false);
    const body = { displayName, phone: orNull(phone) };
    return content(api.PATCH('/api/v1/me', { body }));
  };
  return (
    <Section id="details" title={t('account.details.title')}>
      <Paper withBorder p="md" maw="32rem">
        <Form
          initial={initial}
          send={send}
          touches={['/api/v1/me', '/api/v1/members']}
          onDone={() => setSaved(true)}
          submit={t('common.save')}
        >
          {({ field }) => (
            <>
              <TextInput
                {...field('displayName')}
                label={t('account.details.name')}
                autoComplete="name"
                required
                maxLength={120}
              />
              <TextInput
                {...field('phone')}
                type="tel"
                label={t('account.details.phone')}
                autoComplete="tel"
                maxLength={40}
              />
              <Text size="sm" role="status">
                {isSaved && t('account.saved')}
              </Text>
            </>
          )}
        </Form>
      </Paper>
    </Section>
  );
}

/** The language of the pages: chosen once, it is the same on every computer. */
export function OwnLanguage() {
  const { t } = useTranslation();
  const { language, choose, error } = useOwnLanguage();
  return (
    <Section id="language" title={t('frame.language')} intro={t('account.languageHelp')}>
      <SegmentedControl
        aria-label={t('frame.language')}
        value={language}
        onChange={choose}
        data={LANGUAGE_NAMES}
        maw="20rem"
      />
      {error && <ProblemAlert error={error} />}
    </Section>
  );
}
