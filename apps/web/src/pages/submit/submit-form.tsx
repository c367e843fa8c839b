import { Button, Stack, Text, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { ProblemAlert } from '../../parts/problem-alert';
import type { Chosen } from './check-file';
import { DoneList } from './done-list';
import { FileChoice } from './file-choice';
import { uploadsQuery } from './queries';
import { SendingItem } from './sending-item';
import { sendings } from './sendings';
import { UploadCard } from './upload-card';
import { usePageDrop } from './use-page-drop';
import { isUnderWay, useSendings } from './use-sendings';
import { useSubmit } from './use-submit';
import { quantityOf, type Typed, WishFields } from './wish-fields';

/** Material is typed letter by letter: what it changes is asked for when the typing rests. */
const TYPING_MS = 400;

/** Files are chosen and sent, looked at, and submitted with what is wished for. */
export function SubmitForm({ labId }: { labId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, setTyped] = useState<Typed>({ material: '', quantity: '1', groupId: '' });
  const [isMissing, setMissing] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = useCallback((chosen: Chosen[]) => {
    setMissing(false);
    sendings.add(chosen);
  }, []);
  const isOver = usePageDrop(take);
  const items = useSendings();
  const uploads = useQuery(uploadsQuery());
  const { isBusy, errors, done, submit } = useSubmit();
  const [material] = useDebouncedValue(typed.material, TYPING_MS);
  const { groupId } = typed;
  const quantity = quantityOf(typed);
  const ready = (uploads.data ?? []).filter(({ state }) => state !== 'refused');

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (quantity === undefined)
      return event.currentTarget.querySelector<HTMLElement>('input[aria-invalid=true][type=number]')?.focus();
    setMissing(ready.length === 0);
    if (ready.length === 0) return input.current?.focus();
    const made = await submit(ready, { labId, material: typed.material, groupId }, quantity);
    const [only] = made;
    const job = only?.answer.jobs[0];
    if (ready.length > 1 || !only || !job) return undefined;
    const state = { notices: only.answer.notices, copies: only.answer.jobs.length };
    return navigate(`/jobs/${job.id}`, { state });
  };

  return (
    <form onSubmit={onSubmit} noValidate className="submit-columns">
      <Stack gap="md">
        <FileChoice
          take={take}
          isOver={isOver}
          input={input}
          error={isMissing ? t('submit.none') : undefined}
        />
        {uploads.error && <ProblemAlert error={uploads.error} retry={() => uploads.refetch()} />}
        {items.length + (uploads.data?.length ?? 0) > 0 && (
          <section>
            <Title order={2} size="h4" mb="xs">
              {t('submit.chosen')}
            </Title>
            <ul className="uploads">
              {items.map((sending) => (
                <SendingItem key={sending.id} sending={sending} />
              ))}
              {uploads.data?.map((upload) => (
                <UploadCard
                  key={upload.id}
                  upload={upload}
                  wish={{ labId, material, groupId }}
                  quantity={quantity ?? 1}
                  error={errors.get(upload.id)}
                  isOpen={uploads.data.length === 1}
                />
              ))}
            </ul>
            {ready.length > 0 && (
              <Text size="sm" mt="xs">
                {t('submit.keptFor')}
              </Text>
            )}
          </section>
        )}
        <DoneList done={done} />
      </Stack>
      <Stack gap="md" className="submit-wish">
        <WishFields typed={typed} change={setTyped} />
        <Button type="submit" size="lg" loading={isBusy} disabled={items.some(isUnderWay)}>
          {t('submit.send', { count: Math.max(1, ready.length) })}
        </Button>
        {items.some(isUnderWay) && <Text size="sm">{t('submit.stillSending')}</Text>}
      </Stack>
    </form>
  );
}
