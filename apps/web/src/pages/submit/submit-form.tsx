import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { stayHere } from '../../api/client';
import { ProblemAlert } from '../../parts/problem-alert';
import { NO_WISHES } from '../../parts/wishes/wishes';
import { Announcements } from './announcements';
import type { Chosen } from './check-file';
import { DoneList } from './done-list';
import { FileChoice } from './file-choice';
import { FileList } from './file-list';
import { isChosen, ME } from './for-whom';
import { HourLine } from './hour-line';
import { isGone, uploadsQuery } from './queries';
import { type Sending, sendings } from './sendings';
import { quantityOf, SubmissionFields, type Typed } from './submission-fields';
import { useDecisions } from './use-decisions';
import { usePageDrop } from './use-page-drop';
import { usePicked } from './use-picked';
import { isUnderWay, useSendings } from './use-sendings';
import { type Done, useSubmit } from './use-submit';

/** The form to choose and send files, check them, and submit them with the options. */
export function SubmitForm({ labId }: { labId: string }) {
  const { t } = useTranslation();
  useEffect(stayHere, []);
  const [typed, setTyped] = useState<Typed>({
    ...{ material: '', quantity: '1', forWhom: ME, otherLabIds: [], wishes: NO_WISHES },
  });
  const [isMissing, setMissing] = useState(false);
  const { input, heading, goOn, goOnFrom } = useFocus();
  const addFiles = useCallback((chosen: Chosen[]) => {
    setMissing(false);
    sendings.add(chosen);
  }, []);
  const isOver = usePageDrop(addFiles);
  const items = useSendings(goOnFrom);
  const answer = useQuery(uploadsQuery);
  const uploads = answer.data ?? [];
  const { picked, isPicked, pick } = usePicked(uploads);
  const { isBusy, failures, done, submit } = useSubmit();
  const follow = useFollow();
  const { forWhom, material, otherLabIds, wishes } = typed;
  const quantity = quantityOf(typed);
  const { requestFor, decide } = useDecisions({
    ...{ labId, otherLabIds, material, forWhom, wishes },
    quantity: quantity ?? 1,
  });
  const only = picked.length === 1 ? picked[0] : undefined;
  const isWaiting = answer.isPending || items.some(isUnderWay);

  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (quantity === undefined)
      return event.currentTarget.querySelector<HTMLElement>('input[aria-invalid=true][type=number]')?.focus();
    setMissing(picked.length === 0 || !isChosen(forWhom));
    if (picked.length === 0) return input.current?.focus();
    if (!isChosen(forWhom)) return event.currentTarget.querySelector<HTMLElement>('select:required')?.focus();
    const made = await submit(picked, requestFor);
    if (picked.length === 1) follow(made[0]?.answer);
    return undefined;
  };

  return (
    <form onSubmit={onSubmit} noValidate className="submit-columns">
      <Stack gap="md">
        <FileChoice
          take={addFiles}
          isOver={isOver}
          input={input}
          error={
            isMissing && picked.length === 0
              ? t(uploads.length > 0 ? 'submit.nonePicked' : 'submit.none')
              : undefined
          }
        />
        {answer.error && <ProblemAlert error={answer.error} retry={() => answer.refetch()} />}
        {failures
          .filter(({ error }) => isGone(error))
          .map(({ upload: { id, fileName }, error }) => (
            <div key={id}>
              <Text fw={600}>{fileName}</Text>
              <ProblemAlert error={error} />
            </div>
          ))}
        <FileList
          heading={heading}
          items={items}
          uploads={uploads}
          failures={failures}
          asked={{ requestFor, decide }}
          isPicked={isPicked}
          pick={pick}
          onGone={goOn}
        />
        <DoneList done={done} />
        <Announcements items={items} uploads={uploads} done={done} />
      </Stack>
      <Stack gap="md" className="submit-options">
        <SubmissionFields typed={typed} change={setTyped} isMissing={isMissing} />
        {only?.state === 'analysed' && <HourLine upload={only} request={requestFor(only)} />}
        <Button type="submit" size="lg" loading={isBusy} disabled={isWaiting}>
          {t('submit.send', { count: Math.max(1, picked.length) })}
        </Button>
        {items.some(isUnderWay) && <Text size="sm">{t('submit.stillSending')}</Text>}
      </Stack>
    </form>
  );
}

/** After a single file is submitted, its job's page opens, unless the person has already left this page. */
function useFollow() {
  const navigate = useNavigate();
  const isHere = useRef(true);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  return (answer: Done['answer'] | undefined) => {
    const job = answer?.jobs[0];
    if (!answer || !job || !isHere.current) return;
    navigate(`/jobs/${job.id}`, { state: { notices: answer.notices, copies: answer.jobs.length } });
  };
}

/** Where the keyboard focus goes when its button is removed: to the list, or to the file field. */
function useFocus() {
  const input = useRef<HTMLInputElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const goOn = useCallback(() => {
    requestAnimationFrame(() => (heading.current ?? input.current)?.focus({ preventScroll: true }));
  }, []);
  const goOnFrom = useCallback(
    ({ id }: Sending) => {
      if (document.activeElement?.closest(`[data-sending="${id}"]`)) goOn();
    },
    [goOn],
  );
  return { input, heading, goOn, goOnFrom };
}
