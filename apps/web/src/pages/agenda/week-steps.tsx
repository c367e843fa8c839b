import { useTranslation } from 'react-i18next';
import { PageIcon } from '../../design/page-icon';
import { Button } from '../../parts/button';
import { weekInWords } from './days';
import { addDays } from './week';

interface Props {
  readonly monday: string;
  /** True for the week of today. */
  readonly isNow: boolean;
  readonly go: (monday: string) => void;
}

/** From week to week. */
export function WeekSteps({ monday, isNow, go }: Props) {
  const { t } = useTranslation();
  return (
    <nav className="agenda-steps" aria-label={t('agenda.weeks')}>
      <Button aria-label={t('agenda.weekBefore')} onClick={() => go(addDays(monday, -7))}>
        <span className="agenda-before">
          <PageIcon name="chevron-right" />
        </span>
      </Button>
      <h2 aria-live="polite">{weekInWords(monday, addDays(monday, 6))}</h2>
      <Button aria-label={t('agenda.weekAfter')} onClick={() => go(addDays(monday, 7))}>
        <PageIcon name="chevron-right" />
      </Button>
      <Button disabled={isNow} onClick={() => go('')}>
        {t('agenda.thisWeek')}
      </Button>
    </nav>
  );
}
