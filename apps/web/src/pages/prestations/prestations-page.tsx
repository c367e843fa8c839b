import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { addWords } from '../../i18n/add-words';
import { DialogButton } from '../../parts/dialog-button';
import { Page } from '../../parts/page';
import { useToast } from '../../parts/toasts/use-toast';
import { NewPrestation } from './new-prestation';
import { PrestationList } from './prestation-list';
import { Sums } from './sums';
import { en, fr } from './words';

addWords('prestations', { fr, en });

/** All prestations, the newest first. */
export default function PrestationsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  return (
    <Page
      title={t('prestations.title')}
      actions={
        <DialogButton variant="filled" label={t('prestations.add')} dialogSize="lg">
          {(close) => (
            <NewPrestation
              onCancel={close}
              onDone={({ id }) => {
                toast(t('prestations.created'));
                void navigate(`/prestations/${id}`);
              }}
            />
          )}
        </DialogButton>
      }
    >
      <Sums />
      <PrestationList />
    </Page>
  );
}
