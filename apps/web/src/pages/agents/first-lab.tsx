import { useTranslation } from 'react-i18next';
import { addWords } from '../../i18n/add-words';
import { DialogButton } from '../../parts/dialog-button';
import { LabForm } from './lab-form';
import { en, fr } from './words';

addWords('agents', { fr, en });

/** The button that makes the network's first lab, where there is none. */
export default function FirstLab() {
  const { t } = useTranslation();
  return (
    <DialogButton variant="filled" label={t('agents.add')}>
      {(close) => <LabForm onDone={close} />}
    </DialogButton>
  );
}
