import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import { DialogButton } from '../../../parts/dialog-button';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsSection } from '../settings-section';
import { UndoableButton } from '../undoable-button';
import type { SpecialDays } from './special-days';
import { SpecialDaysForm } from './special-days-form';
import { daysInWords, hoursInWords } from './special-days-words';

type Closure = Schemas['LabClosure'];

const touchesOf = (labId: string) => [['/api/v1/labs/{id}/closures', { id: labId }]] as const;
const addClosure = (labId: string, body: SpecialDays) =>
  content(api.POST('/api/v1/labs/{id}/closures', { params: { path: { id: labId } }, body }));

/** The days on which a lab is closed or has other hours. */
export function Closures({ labId }: { labId: string }) {
  const { t } = useTranslation();
  const closures = useQuery(get('/api/v1/labs/{id}/closures', { path: { id: labId } }));
  return (
    <SettingsSection title={t('hours.closures.title')}>
      <p className="quiet">{t('hours.closures.what')}</p>
      {closures.isPending && <Loading />}
      {closures.isError && <ProblemAlert error={closures.error} retry={() => void closures.refetch()} />}
      {closures.data?.items.length === 0 && <p>{t('hours.closures.none')}</p>}
      <ul className="hours-closures">
        {closures.data?.items.map((closure) => (
          <Row key={closure.id} labId={labId} closure={closure} />
        ))}
      </ul>
      <div className="row">
        <DialogButton label={t('hours.closures.add')}>
          {(close) => (
            <SpecialDaysForm
              add={(days) => addClosure(labId, days)}
              touches={touchesOf(labId)}
              close={close}
              hasReason
              hoursLabel={t('hours.closures.isOpen')}
            />
          )}
        </DialogButton>
      </div>
    </SettingsSection>
  );
}

function Row({ labId, closure }: { labId: string; closure: Closure }) {
  const { t } = useTranslation();
  const { id, firstDay, lastDay, hours, reason } = closure;
  return (
    <li>
      <span>
        <b>{daysInWords(t, closure)}</b>
        <span className="quiet">
          {reason} · {hoursInWords(closure, t('hours.week.closed'))}
        </span>
      </span>
      <UndoableButton
        label={t('hours.week.remove')}
        done={t('hours.closures.removed')}
        act={() =>
          content(
            api.DELETE('/api/v1/labs/{id}/closures/{closureId}', {
              params: { path: { id: labId, closureId: id } },
            }),
          )
        }
        undo={() => addClosure(labId, { firstDay, lastDay, hours, reason })}
        touches={touchesOf(labId)}
      />
    </li>
  );
}
