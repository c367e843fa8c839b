import './agenda.css';
import { useTranslation } from 'react-i18next';
import { useLab } from '../../frame/lab-choice';
import { NoLab } from '../../frame/no-lab';
import { GUIDES, holdsIn } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { addWords } from '../../i18n/add-words';
import { Page } from '../../parts/page';
import { CalendarAddress } from './calendar-address';
import { NewSession } from './form/new-session';
import { Week } from './week-view';
import { en, fr } from './words';
import '../../parts/lab-session/add-session-words';

addWords('agenda', { fr, en });

/** The sessions of a lab, week by week, for those who teach there. */
export default function AgendaPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { lab } = useLab();
  if (!lab)
    return (
      <Page title={t('agenda.title')}>
        <NoLab />
      </Page>
    );
  const mayPlan = holdsIn(me, lab.id, ...GUIDES);
  return (
    <Page
      title={t('agenda.titleOf', { lab: lab.name })}
      actions={
        <div className="row">
          <CalendarAddress />
          {mayPlan && <NewSession lab={lab} />}
        </div>
      }
    >
      {!mayPlan && <p className="agenda-intro">{t('agenda.otherLab')}</p>}
      <Week key={lab.id} lab={lab} mayPlan={mayPlan} />
    </Page>
  );
}
