import { useTranslation } from 'react-i18next';
import { Empty } from '../../parts/empty';

/** No prestation yet: how one comes into being, and what follows. */
export function NoPrestation() {
  const { t } = useTranslation();
  return (
    <Empty title={t('prestations.none')}>
      <p>{t('prestations.noneCure')}</p>
      <ol className="way">
        {(['quote', 'work', 'invoice'] as const).map((step) => (
          <li key={step}>{t(`prestations.way.${step}`)}</li>
        ))}
      </ol>
    </Empty>
  );
}
