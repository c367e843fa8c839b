import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { get } from '../../../api/get';
import { useChange } from '../../../api/use-change';
import { formatDuration } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { NETWORK_ZONE, timeIn, today } from '../../../parts/zone';
import { bookingTouches } from '../queries';

const HALF_HOUR_MS = 1_800_000;

/** Books the machine: a day, one of its free hours, and a length. */
export function BookForm({ machineId: id }: { machineId: string }) {
  const { t } = useTranslation();
  const toast = useToast();
  const [day, setDay] = useState(() => today(NETWORK_ZONE));
  const [from, setFrom] = useState('');
  const [length, setLength] = useState('');
  const free = useQuery({
    ...get('/api/v1/machines/{id}/free-hours', { path: { id }, query: { day } }),
    enabled: day !== '',
  });
  const starts = free.data?.free ?? [];
  const start = starts.find((each) => each.from === from) ?? starts[0];
  const lengths = start ? lengthsOf(start) : [];
  const chosen = lengths.find((each) => String(each) === length) ?? lengths[0];
  const book = useChange(
    () => {
      const begin = Date.parse(start?.from ?? '');
      const until = new Date(begin + (chosen ?? 0)).toISOString();
      const body = { from: start?.from ?? '', until };
      return content(api.POST('/api/v1/machines/{id}/bookings', { params: { path: { id } }, body }));
    },
    bookingTouches(id),
    () => toast(t('times.booking.booked')),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    book.mutate();
  };
  const zone = free.data?.timeZone ?? NETWORK_ZONE;
  return (
    <form onSubmit={submit} className="machine-section">
      <TextInput
        type="date"
        size="md"
        required
        label={t('times.booking.day')}
        min={free.data?.firstDay}
        max={free.data?.lastDay}
        value={day}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
      />
      {free.isPending && day !== '' && <Loading />}
      {free.isError && <ProblemAlert error={free.error} retry={() => void free.refetch()} />}
      {free.data && starts.length === 0 && <p role="status">{t('times.booking.none')}</p>}
      {start && (
        <>
          <NativeSelect
            size="md"
            label={t('times.booking.from')}
            value={start.from}
            onChange={({ currentTarget }) => setFrom(currentTarget.value)}
            data={starts.map((each) => ({ value: each.from, label: timeIn(each.from, zone) }))}
          />
          <NativeSelect
            size="md"
            label={t('times.booking.length')}
            value={String(chosen)}
            onChange={({ currentTarget }) => setLength(currentTarget.value)}
            data={lengths.map((each) => ({ value: String(each), label: formatDuration(each / 1000) }))}
          />
          <div>
            <Button type="submit" className="touch" loading={book.isPending}>
              {t('times.booking.book')}
            </Button>
          </div>
        </>
      )}
      {book.isError && <ProblemAlert error={book.error} />}
    </form>
  );
}

/** From one hour on, each half hour until the latest end. */
function lengthsOf({ from, until }: { from: string; until: string }): number[] {
  const most = Date.parse(until) - Date.parse(from);
  const count = Math.floor(most / HALF_HOUR_MS) - 1;
  return Array.from({ length: Math.max(0, count) }, (_, at) => (at + 2) * HALF_HOUR_MS);
}
