import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { PageIcon } from '../../design/page-icon';
import { addWords } from '../../i18n/add-words';
import { DialogButton } from '../../parts/dialog-button';
import { Page } from '../../parts/page';
import * as table from '../../parts/table/words';
import { useToast } from '../../parts/toasts/use-toast';
import { Board } from './board';
import { usePrestationFilters } from './filters';
import { NewPrestation } from './new-prestation';
import { PrestationList } from './prestation-list';
import { Sums } from './sums';
import { en, fr } from './words';
import '../../parts/table/table.css';

addWords('prestations', { fr, en });
addWords('table', table);

/** All prestations, as a board by state or as a list. */
export default function PrestationsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  const { view } = usePrestationFilters();
  return (
    <Page
      title={t('prestations.title')}
      actions={
        <div className="row">
          <ViewSwitch view={view} />
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
        </div>
      }
    >
      <Sums />
      {view === 'board' ? <Board /> : <PrestationList />}
    </Page>
  );
}

function ViewSwitch({ view }: { view: 'board' | 'list' }) {
  const { t } = useTranslation();
  return (
    <nav className="view-switch" aria-label={t('prestations.view')}>
      <Link to="/prestations" aria-current={view === 'board' ? 'true' : undefined}>
        <PageIcon name="layout-kanban" /> {t('prestations.board')}
      </Link>
      <Link to="/prestations?view=list" aria-current={view === 'list' ? 'true' : undefined}>
        <PageIcon name="list-details" /> {t('prestations.list')}
      </Link>
    </nav>
  );
}
