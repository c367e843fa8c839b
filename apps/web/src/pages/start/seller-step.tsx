import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Who issues the invoices. It may wait until the first one. */
export function SellerStep() {
  const { t } = useTranslation();
  return (
    <Button component={Link} to="/settings/seller" className="touch step-act">
      {t('start.seller.open')}
    </Button>
  );
}
