import './submit.css';
import { Anchor, Button, Stack, Text, Title } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useLab } from '../../frame/lab-choice';
import { Empty } from '../../parts/empty';
import { Page } from '../../parts/page';
import type { Chosen } from './check-file';
import { FileChoice } from './file-choice';
import { UploadItem } from './upload-item';
import { type Upload, uploads } from './uploads';
import { usePageDrop } from './use-page-drop';
import { useUploads } from './use-uploads';
import { quantityOf, type Typed, WishFields } from './wish-fields';

export default function SubmitPage() {
  const { t } = useTranslation();
  const { lab } = useLab();
  const items = useUploads();
  const [typed, setTyped] = useState<Typed>({ material: '', quantity: '1', groupId: '' });
  const [isMissing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = useCallback((chosen: Chosen[]) => {
    setMissing(false);
    uploads.add(chosen);
  }, []);
  const isOver = usePageDrop(take);
  const alone = useRef(false);
  useArrivals(items, alone);
  if (!lab)
    return (
      <Page title={t('submit.title')}>
        <Empty title={t('submit.noLab')}>
          <Text>{t('submit.noLabCure')}</Text>
        </Empty>
      </Page>
    );
  const isSending = items.some(({ status }) => status === 'sending');
  const start = (only?: string) => {
    const quantity = quantityOf(typed);
    if (quantity === undefined) return;
    alone.current = items.length === 1;
    uploads.start({ labId: lab.id, material: typed.material, groupId: typed.groupId, quantity }, only);
  };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (quantityOf(typed) === undefined)
      return event.currentTarget.querySelector<HTMLElement>('input[aria-invalid=true][type=number]')?.focus();
    const nothing = !items.some(({ status }) => status === 'ready' || status === 'failed');
    setMissing(nothing);
    if (nothing) input.current?.focus();
    else start();
  };
  return (
    <Page title={t('submit.title')}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md" maw={760}>
          <FileChoice
            take={take}
            isOver={isOver}
            input={input}
            error={isMissing ? t('submit.none') : undefined}
          />
          {items.length > 0 && (
            <section>
              <Title order={2} size="h4" mb="xs">
                {t('submit.chosen')}
              </Title>
              <ul className="uploads">
                {items.map((upload) => (
                  <UploadItem key={upload.id} upload={upload} retry={() => start(upload.id)} />
                ))}
              </ul>
            </section>
          )}
          <WishFields typed={typed} change={setTyped} />
          <Button type="submit" size="lg" loading={isSending}>
            {t('submit.send')}
          </Button>
          {items.some(({ status }) => status === 'sent') && (
            <Anchor component={Link} to="/jobs">
              {t('submit.seeAll')}
            </Anchor>
          )}
        </Stack>
      </form>
    </Page>
  );
}

/**
 * Lists change with each arrival. A file that was sent alone leads on to its job; several stay, each with its own link.
 * Whoever comes back later finds those gone that have arrived.
 */
function useArrivals(items: readonly Upload[], alone: RefObject<boolean>): void {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const arrived = items.filter(({ status }) => status === 'sent').length;
  useEffect(() => {
    if (arrived > 0) queries.invalidateQueries({ queryKey: ['jobs'] });
  }, [arrived, queries]);
  const [only] = items;
  useEffect(() => {
    const job = alone.current ? only?.answer?.jobs[0] : undefined;
    if (!only || !job) return;
    const state = { notices: only.answer?.notices ?? [], copies: only.answer?.jobs.length ?? 1 };
    navigate(`/jobs/${job.id}`, { state });
  }, [only, alone, navigate]);
  useEffect(() => () => uploads.forgetSent(), []);
}
