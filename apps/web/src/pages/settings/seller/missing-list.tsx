import { useTranslation } from 'react-i18next';
import { Notice } from '../../../parts/notice';
import { StateBadge } from '../../../parts/state-badge';
import { missingIn } from './missing';
import type { Values } from './values';

/** What is missing before an invoice can be issued, or that nothing is. */
export function MissingList({ values }: { values: Values }) {
  const { t } = useTranslation();
  const missing = missingIn(values);
  if (missing.length === 0)
    return (
      <p className="seller-complete">
        <StateBadge tone="good">{t('seller.complete')}</StateBadge>
        {values.iban.trim() === '' && <span className="quiet">{t('seller.noIban')}</span>}
      </p>
    );
  return (
    <Notice title={t('seller.missing')}>
      <ul>
        {missing.map((name) => (
          <li key={name}>{t(`seller.field.${name}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}
