import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogButton } from '../../parts/dialog-button';
import { CloseForm } from './close-form';
import { periodName } from './closure';

/** The months that are over and not closed. */
export function Months({ open }: { open: readonly string[] }) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <section className="closures-section" aria-labelledby={id}>
      <h2 id={id}>{t('closures.month.title')}</h2>
      {open.length === 0 && <p className="quiet">{t('closures.month.none')}</p>}
      {open.length > 0 && (
        <ul className="closures-months" aria-labelledby={id}>
          {open.map((month) => (
            <li key={month}>
              <span>{periodName(month)}</span>
              <DialogButton
                label={t('closures.month.close')}
                title={t('closures.month.closeNamed', { name: periodName(month) })}
                aria-label={t('closures.month.closeNamed', { name: periodName(month) })}
              >
                {(close) => <CloseForm period={month} onDone={close} />}
              </DialogButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
