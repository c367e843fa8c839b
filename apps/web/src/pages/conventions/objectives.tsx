import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../parts/empty';
import type { Convention, Objective } from './convention';
import { Targets } from './targets';

interface Props {
  readonly convention: Convention;
  readonly onEdit: (() => void) | undefined;
}

/** The objectives of a convention, each with its sentence, its indicators and their targets. */
export function Objectives({ convention: { objectives, periods }, onEdit }: Props) {
  const { t } = useTranslation();
  return (
    <section className="activity-card">
      <div className="conventions-head">
        <h2>{t('conventions.objectives.title')}</h2>
        {onEdit && (
          <Button variant="default" className="touch" onClick={onEdit}>
            {t('conventions.objectives.edit')}
          </Button>
        )}
      </div>
      {objectives.length === 0 ? (
        <Empty title={t('conventions.objectives.none')}>{t('conventions.objectives.noneCure')}</Empty>
      ) : (
        <ol className="conventions-objectives">
          {objectives.map((objective) => (
            <Item key={objective.id} objective={objective} periods={periods} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Item({ objective, periods }: { objective: Objective; periods: readonly string[] }) {
  const { t } = useTranslation();
  const { title, quotation, indicators } = objective;
  return (
    <li>
      <h3>{title}</h3>
      {quotation !== '' && <blockquote className="activity-quotation">{quotation}</blockquote>}
      {indicators.length === 0 ? (
        <p className="quiet">{t('conventions.objectives.noIndicator')}</p>
      ) : (
        <Targets objective={objective} periods={periods} />
      )}
    </li>
  );
}
