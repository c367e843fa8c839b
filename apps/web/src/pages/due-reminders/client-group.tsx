import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatEuros } from '../../parts/format';
import { ReminderRow } from './reminder-row';
import type { ClientReminders } from './reminders';

interface Props {
  readonly group: ClientReminders;
  readonly leftOut: ReadonlySet<string>;
  readonly choose: (ids: readonly string[], isChosen: boolean) => void;
}

/** A client with its late documents. */
export function ClientGroup({ group, leftOut, choose }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const { organisationId, clientName, openCents, reminders } = group;
  return (
    <section className="reminders-client" aria-labelledby={id}>
      <div className="reminders-head">
        <h2 id={id}>
          <Link to={`/settings/organisations/${organisationId}`} className="typed">
            {clientName}
          </Link>
        </h2>
        <b className="figures">{formatEuros(openCents)}</b>
      </div>
      <ul aria-label={t('due-reminders.of', { client: clientName })}>
        {reminders.map((reminder) => (
          <ReminderRow
            key={reminder.documentId}
            reminder={reminder}
            isChosen={!leftOut.has(reminder.documentId)}
            onChoose={(isChosen) => choose([reminder.documentId], isChosen)}
          />
        ))}
      </ul>
    </section>
  );
}
