import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import { quantityOf } from '../../../parts/file/price-lines';
import { formatEuros } from '../../../parts/format';
import { nameIn } from '../../members/people';

type GroupPrice = Schemas['GroupPrice'];

/** The price of each group, with the lines that make it up. */
export function PriceCards({ prices }: { prices: readonly GroupPrice[] }) {
  return (
    <ul className="price-cards">
      {prices.map((price) => (
        <PriceCard key={price.category} price={price} />
      ))}
    </ul>
  );
}

function PriceCard({ price: { category, valueCents, chargedCents, lines } }: { price: GroupPrice }) {
  const { t } = useTranslation();
  const isFree = chargedCents === 0 && valueCents > 0;
  return (
    <li className="price-card">
      <h3>{t(`tariffs.group.${category}`)}</h3>
      <p className="quiet price-card-who">
        <Who group={category} />
      </p>
      <p className="price-card-price">{isFree ? t('tariffs.calculator.free') : formatEuros(chargedCents)}</p>
      <p>{isFree && t('tariffs.calculator.value', { value: formatEuros(valueCents) })}</p>
      <dl>
        {lines.map((line) => (
          <div key={line.code + line.material}>
            <dt>
              {[t(`file.cost.line.${line.code}`), line.material].filter(Boolean).join(', ')}
              {line.unit !== 'C62' && <span className="quiet"> {quantityOf(line, t)}</span>}
            </dt>
            <dd>{formatEuros(line.amountCents)}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

/** The categories of members that pay the prices of a group. */
function Who({ group }: { group: GroupPrice['category'] }) {
  const { t } = useTranslation();
  const { data } = useQuery({ ...get('/api/v1/categories'), staleTime: 60_000 });
  const own = (data?.items ?? []).filter(({ tariff, retiredAt }) => tariff === group && retiredAt === null);
  const isByOther = group === 'resident' || group === 'organisation' || own.length === 0;
  return isByOther ? t(`tariffs.groupHelp.${group}`) : own.map(nameIn).join(', ');
}
