import { useTranslation } from 'react-i18next';
import { addWords } from '../../../i18n/add-words';
import { DialogButton } from '../../../parts/dialog-button';
import { LabForm } from './lab-form';
import { en, fr } from './words';

addWords('labs', { fr, en });

/** The button that creates the network's first lab. */
export default function FirstLab() {
  const { t } = useTranslation();
  return (
    <DialogButton variant="filled" label={t('labs.add')}>
      {(close) => <LabForm onDone={close} />}
    </DialogButton>
  );
}
