import { Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { type PaperDetail, type Preview, previewQuery, TOUCHED } from './paper';

interface Props {
  readonly paper: PaperDetail;
  readonly preview: Preview | undefined;
  readonly onDone: () => void;
}

/** What staff write on a draft: a note, and on offers the terms and the last day. Its other parts stay as asked. */
export function EditDraft({ paper, preview, onDone }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const client = useQueryClient();
  const { id, kind, request } = paper;
  const isQuote = kind === 'quote';
  const hasTerms = isQuote || kind === 'order-confirmation';
  const { note = '', terms = '', validUntil = '' } = request;
  const params = { path: { id } };
  const send = (typed: { note: string; terms: string; validUntil: string }) => {
    const given = Object.fromEntries(Object.entries(typed).map(([name, text]) => [name, text || undefined]));
    return content(
      api.PATCH('/api/v1/documents/{id}', { params, body: { request: { ...request, ...given } } }),
    );
  };
  return (
    <Form
      initial={{ note, terms, validUntil }}
      draft={`document-${id}`}
      send={send}
      touches={TOUCHED}
      onDone={async () => {
        await client.invalidateQueries({ queryKey: previewQuery(id).queryKey });
        toast(t('documents.draftChanged'));
        onDone();
      }}
      onCancel={onDone}
      submit={t('common.save')}
    >
      {({ field }) => (
        <>
          {isQuote && (
            <TextInput
              type="date"
              {...field('validUntil')}
              label={t('documents.validUntil')}
              description={t('documents.validUntilHelp')}
            />
          )}
          <Textarea {...field('note')} label={t('documents.note')} rows={3} maxLength={1000} />
          {hasTerms && (
            <Textarea
              {...field('terms')}
              label={t('documents.terms')}
              description={t('documents.termsHelp')}
              placeholder={preview?.content.terms ?? undefined}
              rows={6}
              maxLength={2000}
            />
          )}
        </>
      )}
    </Form>
  );
}
