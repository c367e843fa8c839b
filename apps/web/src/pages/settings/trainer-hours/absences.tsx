import { Button } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { DialogButton } from '../../../parts/dialog-button';
import { formatDay } from '../../../parts/format';
import { SettingsSection } from '../settings-section';
import { AbsenceForm } from './absence-form';
import { type Exception, sorted } from './exceptions';

interface Props {
  readonly exceptions: Exception[];
  readonly onChange: (exceptions: Exception[]) => void;
}

/** Days on which the trainer is absent, or has other hours. They are saved with the rest of the page. */
export function Absences({ exceptions, onChange }: Props) {
  const { t } = useTranslation();
  const remove = (gone: Exception) => onChange(exceptions.filter((each) => each !== gone));
  return (
    <SettingsSection title={t('trainer-hours.absences')}>
      <p className="quiet">{t('trainer-hours.absencesHelp')}</p>
      {exceptions.length === 0 && <p>{t('trainer-hours.noAbsence')}</p>}
      <ul className="hours-closures">
        {sorted(exceptions).map((each) => (
          <li key={`${each.firstDay} ${each.lastDay} ${each.reason}`}>
            <span>
              <b>{daysInWords(t, each)}</b>
              <span className="quiet">
                {each.reason} ·{' '}
                {each.hours.map(({ opens, closes }) => `${opens}–${closes}`).join(', ') ||
                  t('trainer-hours.absent')}
              </span>
            </span>
            <Button variant="default" className="touch" onClick={() => remove(each)}>
              {t('hours.week.remove')}
              <span className="sr-only"> {daysInWords(t, each)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className="row">
        <DialogButton label={t('trainer-hours.addAbsence')}>
          {(close) => (
            <AbsenceForm
              add={(added) => {
                onChange([...exceptions, added]);
                close();
              }}
              close={close}
            />
          )}
        </DialogButton>
      </div>
    </SettingsSection>
  );
}

const daysInWords = (t: TFunction, { firstDay, lastDay }: Pick<Exception, 'firstDay' | 'lastDay'>): string =>
  firstDay === lastDay
    ? formatDay(firstDay)
    : t('hours.closures.span', { from: formatDay(firstDay), until: formatDay(lastDay) });
