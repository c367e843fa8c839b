import { useTranslation } from 'react-i18next';
import { meaningsOf } from './meaning';
import type { Rates } from './rates';

/** What a version of a tariff means for each group, in sentences; groups with the same prices share one. */
export function PricesInWords({ rates }: { rates: Rates }) {
  const { t } = useTranslation();
  return (
    <dl className="prices-in-words">
      {meaningsOf(rates, t).map(({ groups, sentence }) => (
        <div key={groups.join()}>
          <dt>{groups.map((group) => t(`tariffs.group.${group}`)).join(', ')}</dt>
          <dd>{sentence}</dd>
        </div>
      ))}
    </dl>
  );
}
