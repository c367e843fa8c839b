import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** What to do when the slicer cannot reach the service, or the service refuses. @param isPrusa its files may be binary */
export function Troubles({ address, isPrusa }: { address: string; isPrusa: boolean }) {
  const { t } = useTranslation();
  return (
    <section className="slicers-card" aria-labelledby="slicers-trouble">
      <h2 id="slicers-trouble">{t('slicers.trouble.title')}</h2>
      <div className="troubles">
        <Trouble title={t('slicers.trouble.address')}>
          <p>
            {t('slicers.trouble.addressCure')}{' '}
            <a href={address} target="_blank" rel="noreferrer" className="typed">
              {address}
            </a>
          </p>
          <p>{t('slicers.trouble.addressAgain')}</p>
        </Trouble>
        <Trouble title={t('slicers.trouble.key')}>
          <p>{t('slicers.trouble.keyCure')}</p>
        </Trouble>
        <Trouble title={t('slicers.trouble.certificate')}>
          <p>{t('slicers.trouble.certificateCure')}</p>
        </Trouble>
        <Trouble title={t('slicers.trouble.refused')}>
          <p>{t('slicers.trouble.refusedCure')}</p>
          {isPrusa && <p>{t('slicers.trouble.binary')}</p>}
        </Trouble>
        <Trouble title={t('slicers.trouble.prints')}>
          <p>{t('slicers.trouble.printsCure')}</p>
        </Trouble>
      </div>
    </section>
  );
}

const Trouble = ({ title, children }: { title: string; children: ReactNode }) => (
  <details>
    <summary>{title}</summary>
    {children}
  </details>
);
