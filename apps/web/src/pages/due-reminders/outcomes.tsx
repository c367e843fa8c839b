import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../../parts/notice';
import type { Sent } from './reminders';

/** What became of what was sent: letters to print, and what was left out with the reason. */
export function Outcomes({ sent: { outcomes, shown } }: { sent: Sent }) {
  const { t } = useTranslation();
  const numberOf = (id: string) => shown.find(({ documentId }) => documentId === id)?.number ?? '';
  const letters = outcomes.flatMap(({ sent }) => (sent?.way === 'letter' ? [sent] : []));
  const mails = outcomes.filter(({ sent }) => sent?.way === 'mail').length;
  const leftOut = outcomes.filter(({ sent }) => sent === null);
  return (
    <div className="reminders-outcomes" role="status">
      {mails > 0 && <p className="reminders-good">{t('due-reminders.mailsSent', { count: mails })}</p>}
      {letters.length > 0 && (
        <div className="reminders-good">
          <p>{t('due-reminders.lettersReady', { count: letters.length })}</p>
          <ul>
            {letters.map(({ id, documentId }) => (
              <li key={id}>
                <a href={`/api/v1/reminders/${id}/letter`} target="_blank" rel="noopener">
                  {t('due-reminders.openLetter', { number: numberOf(documentId) })}
                  <span className="sr-only"> {t('due-reminders.newTab')}</span>
                </a>
              </li>
            ))}
          </ul>
        </div>
      )}
      {leftOut.length > 0 && (
        <Notice title={t('due-reminders.leftOut', { count: leftOut.length })}>
          <ul>
            {leftOut.map(({ documentId, leftOut: why }) => (
              <li key={documentId}>
                <Link to={`/documents/${documentId}`}>{numberOf(documentId)}</Link> – {why?.what} {why?.cure}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}
