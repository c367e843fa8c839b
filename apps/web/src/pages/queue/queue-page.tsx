import './queue.css';
import { useTranslation } from 'react-i18next';
import { useLab } from '../../frame/lab-choice';
import { NoLab } from '../../frame/no-lab';
import { holdsIn, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { addWords } from '../../i18n/add-words';
import * as file from '../../parts/file/words';
import { Page } from '../../parts/page';
import { usePageParams, withParam } from '../../parts/page-params';
import { WantedChanges } from '../../parts/wanted-changes/wanted-changes';
import * as jobs from '../jobs/words';
import { Approvals } from './approvals';
import { Queue } from './queue';
import { en, fr } from './words';

addWords('queue', { fr, en });
addWords('jobs', jobs);
addWords('file', file);

/** The queue of a lab, in its order, for those who look after it. */
export default function QueuePage() {
  const { t } = useTranslation();
  const me = useMe();
  const { lab } = useLab();
  const [params, change] = usePageParams();
  const isApproval = params.get('show') === 'approval';
  if (!lab)
    return (
      <Page title={t('nav.queue')}>
        <NoLab />
      </Page>
    );
  const show = (shown: string) =>
    change((before) => withParam(withParam(before, 'show', shown), 'why', ''), { replace: true });
  return (
    <Page title={t('queue.title', { lab: lab.name })}>
      {holdsIn(me, lab.id, ...LAB_STAFF) && <WantedChanges labId={lab.id} />}
      <Approvals labId={lab.id} isShown={isApproval} show={(isOn) => show(isOn ? 'approval' : '')} />
      <Queue key={lab.id} labId={lab.id} shown={isApproval ? 'approval' : 'all'} />
    </Page>
  );
}
