import { useTranslation } from 'react-i18next';
import { PricesInWords } from './prices-in-words';
import { type Rates, type RateValues, ratesOf } from './rates';

interface Props {
  readonly values: RateValues;
  readonly before: Rates | undefined;
}

/** What the typed prices mean, once each of them is a price: read before they are published for good. */
export function DraftInWords({ values, before }: Props) {
  const { t } = useTranslation();
  const rates = typedRates(values, before);
  return (
    <fieldset className="tariff-group">
      <legend>{t('tariffs.form.meaning')}</legend>
      {rates ? <PricesInWords rates={rates} /> : <p className="quiet">{t('tariffs.form.unfinished')}</p>}
    </fieldset>
  );
}

function typedRates(values: RateValues, before: Rates | undefined): Rates | undefined {
  try {
    return ratesOf(values, before);
  } catch {
    return undefined;
  }
}
