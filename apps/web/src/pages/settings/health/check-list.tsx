import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../../../parts/format';
import { StateBadge } from '../../../parts/state-badge';
import type { Check, Sentence } from './checks';

type Values = Exclude<Sentence, string>['values'];

/** The numbers as the language writes them; `count` stays a number, by which the plural is chosen. */
const inFigures = (values: Values = {}) =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' && name !== 'count' ? formatNumber(value, 1) : value,
    ]),
  );

/** Each part of the service: how it is, in a sentence, and what helps. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  const { t } = useTranslation();
  const inWords = (sentence: Sentence, of: 'says' | 'cures') =>
    typeof sentence === 'string' ? sentence : t(`health.${of}.${sentence.key}`, inFigures(sentence.values));
  return (
    <ul className="health-list">
      {checks.map(({ name, tone, says, cure, page }) => (
        <li key={name}>
          <h3>{t(`health.names.${name}`)}</h3>
          <StateBadge tone={tone}>{t(`health.tones.${tone}`)}</StateBadge>
          <div className="settings-stack typed">
            <span>{inWords(says, 'says')}</span>
            {cure && <span className="quiet">{inWords(cure, 'cures')}</span>}
            {cure && page && (
              <Link to={`/settings/${page}`} className="row-link">
                {t('health.open', { page: t(`settings.pages.${page}.title`) })}
              </Link>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
