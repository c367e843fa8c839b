import { useTranslation } from 'react-i18next';
import { useLab } from '../../frame/lab-choice';
import type { Preview } from './queries';

interface Props {
  readonly preview: Pick<Preview, 'expectedIn'>;
  /** The lab that was chosen first. */
  readonly labId: string;
}

/** Names the lab that begins the print where that is another one than the chosen one. */
export function ElsewhereWords({ preview: { expectedIn }, labId }: Props) {
  const { t } = useTranslation();
  const { labs } = useLab();
  const lab = labs.find(({ id }) => id === expectedIn);
  return expectedIn === labId || !lab ? null : <> {t('submit.inLab', { lab: lab.name })}</>;
}
