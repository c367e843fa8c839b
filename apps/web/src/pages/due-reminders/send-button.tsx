import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { useChange } from '../../api/use-change';
import { Button } from '../../parts/button';
import { formatEuros } from '../../parts/format';
import { OnceMore } from '../../parts/once-more';
import { askedOf, type DueReminder, type Outcome, openOf } from './reminders';

/** The server takes so many in one request. */
const AT_ONCE = 50;

interface Props {
  readonly chosen: readonly DueReminder[];
  readonly onSent: (outcomes: readonly Outcome[]) => void;
}

/** Sends what is chosen, after one question. The server sends nothing twice, and nothing to those who have paid. */
export function SendButton({ chosen, onSent }: Props) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const change = useChange(
    () => sendAll(chosen),
    ['/api/v1/reminders/due', '/api/v1/documents'],
    (outcomes) => {
      setAsking(false);
      onSent(outcomes);
    },
  );
  const letters = chosen.filter(({ address }) => address === null).length;
  const title = t('due-reminders.send', { count: chosen.length });
  const ask = () => {
    change.reset();
    setAsking(true);
  };
  return (
    <>
      <Button look="main" disabled={chosen.length === 0} onClick={ask} aria-haspopup="dialog">
        {title}
      </Button>
      {isAsking && (
        <OnceMore
          title={title}
          confirm={title}
          keep={t('common.cancel')}
          isGrave={false}
          isBusy={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate()}
          onClose={() => setAsking(false)}
        >
          <ul>
            {chosen.length > letters && (
              <li>{t('due-reminders.mails', { count: chosen.length - letters })}</li>
            )}
            {letters > 0 && <li>{t('due-reminders.letters', { count: letters })}</li>}
            <li>{t('due-reminders.sum', { amount: formatEuros(openOf(chosen)) })}</li>
          </ul>
          <p>{t('due-reminders.sendWhat')}</p>
        </OnceMore>
      )}
    </>
  );
}

async function sendAll(chosen: readonly DueReminder[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (let at = 0; at < chosen.length; at += AT_ONCE) {
    const items = askedOf(chosen.slice(at, at + AT_ONCE));
    outcomes.push(...(await content(api.POST('/api/v1/reminders', { body: { items } }))).items);
  }
  return outcomes;
}
