import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import { DialogButton } from '../../../parts/dialog-button';
import { formatDay } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsSection } from '../settings-section';
import { UndoableButton } from '../undoable-button';
import { ClosureForm } from './closure-form';

type Closure = Schemas['LabClosure'];

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
          {(close) => <ClosureForm labId={labId} onDone={close} />}
        </DialogButton>
      </div>
    </SettingsSection>
  );
}

function Row({ labId, closure }: { labId: string; closure: Closure }) {
  const { t } = useTranslation();
  const { id, firstDay, lastDay, hours, reason } = closure;
  const days =
    firstDay === lastDay
      ? formatDay(firstDay)
      : t('hours.closures.span', { from: formatDay(firstDay), until: formatDay(lastDay) });
  const when = hours.map(({ opens, closes }) => `${opens}–${closes}`).join(', ') || t('hours.week.closed');
  const params = { path: { id: labId } };
  return (
    <li>
      <span>
        <b>{days}</b>
        <span className="quiet">
          {reason} · {when}
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
        undo={() =>
          content(
            api.POST('/api/v1/labs/{id}/closures', { params, body: { firstDay, lastDay, hours, reason } }),
          )
        }
        touches={[['/api/v1/labs/{id}/closures', { id: labId }]]}
      />
    </li>
  );
}
