import { Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { currentLanguage } from '../../i18n/i18n';
import { Form } from '../../parts/form/form';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { newKey } from '../submit/new-key';
import { TOUCHED } from './paper';

/** A mail with the document's PDF, from a template that can be changed before it is sent. */
export function MailDialog({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [key] = useState(newKey);
  const language = currentLanguage();
  const template = useQuery(
    get('/api/v1/documents/{id}/mail-template', { path: { id }, query: { language } }),
  );
  if (template.isPending) return <Loading />;
  if (template.isError) return <ProblemAlert error={template.error} retry={() => void template.refetch()} />;
  const { to, subject, text } = template.data;
  const params = { path: { id } };
  return (
    <Form
      initial={{ to: to ?? '', subject, text }}
      draft={`mail-${id}`}
      send={(typed) =>
        content(api.POST('/api/v1/documents/{id}/mail', { params, body: { ...typed, language, key } }))
      }
      touches={TOUCHED}
      onDone={() => {
        toast(t('documents.mailSent'));
        onDone();
      }}
      onCancel={onDone}
      submit={t('documents.sendMail')}
    >
      {({ field }) => (
        <>
          <TextInput {...field('to')} type="email" label={t('documents.to')} required maxLength={200} />
          <TextInput {...field('subject')} label={t('documents.mailSubject')} required maxLength={200} />
          <Textarea {...field('text')} label={t('documents.mailText')} required rows={9} maxLength={5000} />
          <p className="quiet">{t('documents.attached')}</p>
        </>
      )}
    </Form>
  );
}
