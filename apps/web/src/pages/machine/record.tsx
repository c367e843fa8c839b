import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useMe } from '../../frame/use-me';
import { formatMoment, formatNumber } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { changesQuery, eventsQuery } from './queries';
import { Section } from './section';

type Event = Schemas['MachineEvent'];
type Change = Schemas['MachineChange'];

/** The events of the machine, and who changed which setting. */
export function MachineRecord({ machineId }: { machineId: string }) {
  const { t } = useTranslation();
  const events = useQuery(eventsQuery(machineId));
  const changes = useQuery(changesQuery(machineId));
  const error = events.error ?? changes.error;
  const again = () => Promise.all([events.refetch(), changes.refetch()]);
  const rows = [
    ...(events.data?.items ?? []).map((each) => ({ ...each, row: <EventRow event={each} /> })),
    ...(changes.data?.items ?? []).map((each) => ({ ...each, row: <ChangeRow change={each} /> })),
  ].sort((a, b) => b.at.localeCompare(a.at));
  const isLoading = !error && !(events.data && changes.data);
  return (
    <Section title={t('machine.record.title')}>
      {error && <ProblemAlert error={error} retry={again} />}
      {isLoading && <Loading />}
      {!error && !isLoading && rows.length === 0 && <p>{t('machine.record.none')}</p>}
      <ul className="rows scrolls">
        {rows.map(({ id, at, accountId, row }) => (
          <li key={id}>
            <p className="quiet">
              {formatMoment(at)} · <Who accountId={accountId} />
            </p>
            {row}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** The record has only account ids: the page can only say whether the reader did it. */
export function Who({ accountId }: { accountId: string | null }): ReactNode {
  const { t } = useTranslation();
  const me = useMe();
  if (accountId === null) return t('machine.record.itself');
  return t(accountId === me.id ? 'machine.record.you' : 'machine.record.other');
}

function EventRow({ event: { type, details } }: { event: Event }) {
  const { t } = useTranslation();
  return (
    <p>
      {t(`machine.record.event.${type}`)}
      {details && ` – ${details.question} → ${details.button}`}
    </p>
  );
}

function ChangeRow({ change }: { change: Change }) {
  const { t } = useTranslation();
  const say = (value: unknown): string => {
    if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
    if (typeof value === 'number') return formatNumber(value, 2);
    return value === null || value === undefined ? t('common.none') : String(value);
  };
  return (
    <>
      {Object.entries(change.changes).map(([field, { from, to }]) => (
        <p key={field}>
          {t('machine.record.change', {
            field: t(`machine.field.${field}`, { defaultValue: field }),
            from: say(from),
            to: say(to),
          })}
        </p>
      ))}
    </>
  );
}
