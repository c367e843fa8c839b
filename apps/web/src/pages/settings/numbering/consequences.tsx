import { useTranslation } from 'react-i18next';
import { Notice } from '../../../parts/notice';
import { changeOf, type Numbering, type Values } from './numbering';

interface Props {
  readonly numbering: Numbering;
  readonly values: Values;
  readonly labCode: string;
}

/** Which series begin when the form is saved, and why. */
export function Consequences({ numbering, values, labCode }: Props) {
  const { t } = useTranslation();
  const changed = numbering.series
    .map((series) => ({ series, ...changeOf(series, values, labCode) }))
    .filter(({ isNew }) => isNew);
  if (changed.length === 0) return <p className="settings-intro">{t('numbering.why')}</p>;
  return (
    <Notice title={t('numbering.begins', { count: changed.length })} role="status">
      <p>{t('numbering.why')}</p>
      <ul>
        {changed.map(({ series: { kind, lastNumber }, example }) => (
          <li key={kind}>
            {t(lastNumber ? 'numbering.after' : 'numbering.first', {
              kind: t(`numbering.kinds.${kind}`),
              last: lastNumber,
              example,
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
