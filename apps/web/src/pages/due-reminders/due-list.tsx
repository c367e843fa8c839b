import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatEuros } from '../../parts/format';
import { ClientGroup } from './client-group';
import { byClient, type DueReminder, type Outcome, openOf } from './reminders';
import { SendButton } from './send-button';

interface Props {
  readonly due: readonly DueReminder[];
  readonly onSent: (outcomes: readonly Outcome[]) => void;
}

/** All reminders by client. All are chosen at first: a person leaves out those that must wait. */
export function DueList({ due, onSent }: Props) {
  const { t } = useTranslation();
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const chosen = due.filter(({ documentId }) => !leftOut.has(documentId));
  const choose = (ids: readonly string[], isChosen: boolean) =>
    setLeftOut((before) => {
      const next = new Set(before);
      for (const id of ids) {
        if (isChosen) next.delete(id);
        else next.add(id);
      }
      return next;
    });
  return (
    <>
      <div className="reminders-bar">
        <Checkbox
          checked={chosen.length === due.length}
          indeterminate={chosen.length > 0 && chosen.length < due.length}
          onChange={({ currentTarget }) =>
            choose(
              due.map(({ documentId }) => documentId),
              currentTarget.checked,
            )
          }
          label={t('due-reminders.all', { count: due.length })}
        />
        <p role="status">
          {t('due-reminders.chosen', { count: chosen.length, amount: formatEuros(openOf(chosen)) })}
        </p>
        <SendButton chosen={chosen} onSent={onSent} />
      </div>
      {byClient(due).map((group) => (
        <ClientGroup key={group.organisationId} group={group} leftOut={leftOut} choose={choose} />
      ))}
    </>
  );
}
