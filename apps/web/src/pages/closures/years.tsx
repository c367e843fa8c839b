import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { DialogButton } from '../../parts/dialog-button';
import { DownloadButton } from '../../parts/download/download-button';
import { NETWORK_ZONE, today } from '../../parts/zone';
import { CloseForm } from './close-form';
import { yearsToClose } from './closure';

/** Closed years with their archives, and years that can be closed. */
export function Years() {
  const { t } = useTranslation();
  const id = useId();
  const years = useQuery(get('/api/v1/closures', { query: { period: 'year', limit: 50 } }));
  const months = useQuery(get('/api/v1/closures', { query: { period: 'month', limit: 200 } }));
  const closed = years.data?.items ?? [];
  const toClose = yearsToClose([...closed, ...(months.data?.items ?? [])], today(NETWORK_ZONE));
  return (
    <section className="closures-section" aria-labelledby={id}>
      <h2 id={id}>{t('closures.year.title')}</h2>
      <p className="quiet">{t('closures.year.about')}</p>
      {closed.length === 0 && toClose.length === 0 && <p className="quiet">{t('closures.year.none')}</p>}
      <ul className="closures-months" aria-labelledby={id}>
        {toClose.map((year) => (
          <li key={year}>
            <span>{year}</span>
            <DialogButton
              label={t('closures.month.close')}
              title={t('closures.month.closeNamed', { name: year })}
              aria-label={t('closures.month.closeNamed', { name: year })}
            >
              {(close) => <CloseForm period={year} onDone={close} />}
            </DialogButton>
          </li>
        ))}
        {closed.map(({ number, firstDay }) => {
          const year = firstDay.slice(0, 4);
          return (
            <li key={number}>
              <span>{year}</span>
              <DownloadButton
                href={`/api/v1/archives/${year}`}
                label={t('closures.year.archive')}
                name={t('closures.year.archiveNamed', { year })}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
