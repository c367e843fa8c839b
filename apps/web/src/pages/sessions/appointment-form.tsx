import { Button, NativeSelect, Stack, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { useChange } from '../../api/use-change';
import { useLab } from '../../frame/lab-choice';
import { useMe } from '../../frame/use-me';
import { currentLanguage } from '../../i18n/i18n';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { PersonFields } from './person-fields';
import { type Slot, TOUCHES } from './sessions';
import { SlotChoice } from './slot-choice';

/** Books a time alone with a trainer: the lab, what it is about, one of the free times. */
export function AppointmentForm({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { labs, lab } = useLab();
  const { member } = useMe();
  const [labId, setLabId] = useState(lab?.id ?? '');
  const [topicId, setTopicId] = useState('');
  const [slot, setSlot] = useState<Slot>();
  const [note, setNote] = useState('');
  const [whom, setWhom] = useState({ memberId: member.id, consent: false });
  const topics = useQuery(get('/api/v1/topics'));
  const query = topicId ? { topicId } : {};
  const slots = useQuery({
    ...get('/api/v1/labs/{id}/slots', { path: { id: labId }, query }),
    enabled: labId !== '',
  });
  const book = useChange(
    (chosen: Slot) =>
      content(
        api.POST('/api/v1/labs/{id}/appointments', {
          params: { path: { id: labId } },
          body: {
            ...{ trainerId: chosen.trainerId, from: chosen.from, topicId: topicId || null },
            ...{ note: note.trim() || null, consent: whom.consent },
            ...(whom.memberId === member.id ? {} : { memberId: whom.memberId }),
          },
        }),
      ),
    TOUCHES,
    () => {
      toast(t('sessions.booked'));
      onDone();
    },
  );
  const nameOf = ({ nameFr, nameEn }: { nameFr: string; nameEn: string }) =>
    currentLanguage() === 'en' ? nameEn : nameFr;
  return (
    <Stack>
      {labs.length > 1 && (
        <NativeSelect
          size="md"
          label={t('sessions.lab')}
          value={labId}
          onChange={({ currentTarget }) => {
            setLabId(currentTarget.value);
            setSlot(undefined);
          }}
          data={labs.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <NativeSelect
        size="md"
        label={t('sessions.topic')}
        value={topicId}
        onChange={({ currentTarget }) => {
          setTopicId(currentTarget.value);
          setSlot(undefined);
        }}
        data={[
          { value: '', label: t('sessions.anyTopic') },
          ...(topics.data?.items ?? []).map((topic) => ({ value: topic.id, label: nameOf(topic) })),
        ]}
      />
      {slots.isPending && <Loading />}
      {slots.isError && <ProblemAlert error={slots.error} retry={() => void slots.refetch()} />}
      {slots.data && <SlotChoice slots={slots.data} value={slot} onChange={setSlot} />}
      <Textarea
        size="md"
        autosize
        minRows={2}
        label={t('sessions.note')}
        maxLength={1000}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <PersonFields value={whom} onChange={setWhom} />
      {book.isError && <ProblemAlert error={book.error} />}
      <Button
        className="touch"
        disabled={!slot}
        loading={book.isPending}
        onClick={() => slot && book.mutate(slot)}
      >
        {t('sessions.book')}
      </Button>
    </Stack>
  );
}
