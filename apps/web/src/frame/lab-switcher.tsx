import { useTranslation } from 'react-i18next';
import { useLab } from './lab-choice';

/** A native select: it uses the phone's own picker, works with the keyboard, and loads no code. */
export function LabSwitcher() {
  const { t } = useTranslation();
  const { labs, lab, choose } = useLab();
  if (!lab) return <span className="quiet">{t('frame.noLab')}</span>;
  return (
    <select
      aria-label={t('frame.lab')}
      value={lab.id}
      onChange={(event) => choose(event.currentTarget.value)}
      className="lab-switcher"
    >
      {labs.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}
