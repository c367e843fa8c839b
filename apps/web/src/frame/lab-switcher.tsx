import { NativeSelect, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLab } from './lab-choice';

/** A native select: the phone's own wheel, the keyboard, and nothing to load. */
export function LabSwitcher() {
  const { t } = useTranslation();
  const { labs, lab, choose } = useLab();
  if (!lab) return <Text c="dimmed">{t('frame.noLab')}</Text>;
  return (
    <NativeSelect
      aria-label={t('frame.lab')}
      value={lab.id}
      onChange={(event) => choose(event.currentTarget.value)}
      data={labs.map(({ id, name }) => ({ value: id, label: name }))}
      className="lab-switcher"
    />
  );
}
