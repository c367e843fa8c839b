import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../parts/empty';
import { formatFigure } from '../activity/format-figure';
import { useIndicatorName, useIndicators, useNarrowedWords } from '../activity/indicators';
import { periodName } from '../activity/periods';
import type { Convention, Objective } from './convention';

interface Props {
  readonly convention: Convention;
  readonly onEdit: (() => void) | undefined;
}

/** The objectives of a convention, each with its sentence, its indicators and their targets. */
export function Objectives({ convention: { objectives }, onEdit }: Props) {
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
            <Item key={objective.id} objective={objective} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Item({ objective: { title, quotation, indicators } }: { objective: Objective }) {
  const { t } = useTranslation();
  const nameOf = useIndicatorName();
  const narrowed = useNarrowedWords();
  const { data } = useIndicators();
  const unitOf = (code: string) => data?.items.find((each) => each.code === code)?.unit ?? 'count';
  return (
    <li>
      <h3>{title}</h3>
      {quotation !== '' && <blockquote className="activity-quotation">{quotation}</blockquote>}
      {indicators.length === 0 ? (
        <p className="quiet">{t('conventions.objectives.noIndicator')}</p>
      ) : (
        <ul className="conventions-indicators">
          {indicators.map(({ id, indicator, parameters, targets }) => {
            const words = narrowed(parameters);
            const shown = targets.map(
              ({ period, target }) => `${periodName(period)} : ${formatFigure(target, unitOf(indicator))}`,
            );
            return (
              <li key={id}>
                <span>{words ? `${nameOf(indicator)} (${words})` : nameOf(indicator)}</span>
                <small>{shown.join(' · ') || t('conventions.objectives.noTarget')}</small>
              </li>
            );
          })}
        </ul>
      )}
    </li>
  );
}
