import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { DialogButton } from '../../../parts/dialog-button';
import { type SpecialDays, sorted } from '../hours/special-days';
import { SpecialDaysForm } from '../hours/special-days-form';
import { daysInWords, hoursInWords } from '../hours/special-days-words';
import { SettingsSection } from '../settings-section';

interface Props {
  readonly exceptions: SpecialDays[];
  readonly onChange: (exceptions: SpecialDays[]) => void;
}

/** Days on which the trainer is absent, or has other hours. They are saved with the rest of the page. */
export function Absences({ exceptions, onChange }: Props) {
  const { t } = useTranslation();
  const remove = (gone: SpecialDays) => onChange(exceptions.filter((each) => each !== gone));
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
                {each.reason} · {hoursInWords(each, t('trainer-hours.absent'))}
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
            <SpecialDaysForm
              // A trainer need not say why.
              add={async (added) => onChange([...exceptions, { ...added, reason: added.reason || '–' }])}
              touches={[]}
              close={close}
              hasReason={false}
              hoursLabel={t('trainer-hours.otherHours')}
            />
          )}
        </DialogButton>
      </div>
    </SettingsSection>
  );
}
