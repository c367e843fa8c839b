import { useTranslation } from 'react-i18next';

/** The shape of what is coming, in grey: nothing spins, and little moves when it is there. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="loading" role="status" aria-busy="true" aria-label={t('common.loading')}>
      <div className="skeleton skeleton-title" />
      <div className="skeleton" />
      <div className="skeleton" />
    </div>
  );
}
