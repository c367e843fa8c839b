import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DialogButton } from '../../parts/dialog-button';
import { formatDay, formatEuros } from '../../parts/format';
import { StateBadge, type Tone } from '../../parts/state-badge';
import type { DueReminder } from './reminders';

const TONES: Readonly<Record<DueReminder['step'], Tone>> = {
  friendly: 'neutral',
  firm: 'soon',
  formal: 'bad',
};

interface Props {
  readonly reminder: DueReminder;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

/** One late document: how late, what is open, which reminder goes where, and its text. */
export function ReminderRow({ reminder, isChosen, onChoose }: Props) {
  const { t } = useTranslation();
  const { documentId, number, dueOn, daysLate, openCents, grossCents, step, address, last } = reminder;
  return (
    <li className="reminders-row">
      <Checkbox
        checked={isChosen}
        onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
        aria-label={t('due-reminders.choose', { number })}
      />
      <div className="reminders-what">
        <p>
          <Link to={`/documents/${documentId}`}>{number}</Link>{' '}
          <StateBadge tone={TONES[step]}>{t(`due-reminders.steps.${step}`)}</StateBadge>
        </p>
        <p className="quiet">
          {t('due-reminders.late', { count: daysLate, day: formatDay(dueOn) })}
          {last && <> · {t(`due-reminders.after.${last.step}`, { day: formatDay(last.day) })}</>}
        </p>
        <p className="quiet typed">
          {address === null ? t('due-reminders.letter') : t('due-reminders.mail', { address })}
        </p>
      </div>
      <p className="reminders-amount figures">
        <b>{formatEuros(openCents)}</b>
        {openCents < grossCents && (
          <small>{t('due-reminders.ofTotal', { total: formatEuros(grossCents) })}</small>
        )}
      </p>
      <DialogButton
        label={t('due-reminders.read')}
        aria-label={t('due-reminders.readOf', { number })}
        title={t('due-reminders.readOf', { number })}
        dialogSize="lg"
      >
        {() => <ReminderText reminder={reminder} />}
      </DialogButton>
    </li>
  );
}

function ReminderText({ reminder }: { reminder: DueReminder }) {
  const { t } = useTranslation();
  const { subject, text, address, penaltyCents } = reminder;
  return (
    <div className="reminders-text">
      <p className="quiet typed">
        {address === null ? t('due-reminders.letterHelp') : t('due-reminders.mail', { address })}
      </p>
      <h3>{subject}</h3>
      <p className="reminders-body typed">{text}</p>
      <p className="quiet">{t('due-reminders.attached')}</p>
      {penaltyCents !== null && <p className="quiet">{t('due-reminders.penaltyHelp')}</p>}
    </div>
  );
}
