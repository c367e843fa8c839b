import { useTranslation } from 'react-i18next';
import type { Step } from './steps';

/** Says which step has to come first. */
export function Need({ step }: { step: Step }) {
  const { t } = useTranslation();
  return <p className="quiet">{t('start.need', { step: t(`start.${step}.title`) })}</p>;
}
