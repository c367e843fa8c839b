import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { priceWords } from '../../parts/file/price';
import { PriceLines } from '../../parts/file/price-lines';
import { formatDuration, formatEuros, formatNumber } from '../../parts/format';
import type { Preview } from './queries';

/** The expected price or value, before the print. */
export function Estimate({ price, quantity }: { price: Preview['price']; quantity: number }) {
  const { t } = useTranslation();
  if (!price) return <Text>{t('file.cost.noTariffYet')}</Text>;
  const { category, valueCents, chargedCents, seconds, materials, lines } = price;
  const all = { valueCents: valueCents * quantity, chargedCents: chargedCents * quantity };
  const milligrams = materials.reduce((sum, each) => sum + each.milligrams, 0);
  const used = { time: formatDuration(seconds), grams: formatNumber(milligrams / 1000, 1) };
  return (
    <>
      <Text fw={600}>{priceWords({ ...all, category, isPrestation: false }, t)}</Text>
      {quantity > 1 && (
        <Text size="sm">{t('file.cost.each', { count: quantity, value: formatEuros(valueCents) })}</Text>
      )}
      <Text size="sm">
        {t('file.cost.used', used)} {quantity > 1 && t('file.cost.usedEach')}
      </Text>
      <Text size="sm">{t('file.cost.expectedNote')}</Text>
      <PriceLines lines={lines} />
    </>
  );
}
