import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { nameIn } from '../settings/name-in';
import { type Means, useMeans } from './payment';

/** The name of a means of payment, as the network calls it. */
export function useMeansName(): (code: Means) => string {
  const { t } = useTranslation();
  const { data } = useMeans();
  return useCallback(
    (code) => {
      const found = data?.items.find((each) => each.code === code);
      return found ? nameIn(found) : t(`payments.meansNames.${code}`);
    },
    [data, t],
  );
}
