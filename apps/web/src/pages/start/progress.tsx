import { useTranslation } from 'react-i18next';
import { countDone, type Installation, STEPS } from './steps';

interface Props {
  readonly installation: Installation;
  readonly isAllDone: boolean;
}

/** How far the installation is, in a word and a bar. */
export function Progress({ installation, isAllDone }: Props) {
  const { t } = useTranslation();
  const done = countDone(installation);
  return (
    <div className="start-progress">
      <p className="start-intro">{t(isAllDone ? 'start.finished' : 'start.intro')}</p>
      <p className="start-count" id="start-count" role="status">
        {t('start.count', { count: done, total: STEPS.length })}
      </p>
      <progress aria-labelledby="start-count" value={done} max={STEPS.length} />
    </div>
  );
}
