import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { DialogButton } from '../../../parts/dialog-button';
import { StateBadge } from '../../../parts/state-badge';
import { UndoableButton } from '../undoable-button';
import { RoomForm } from './room-form';

interface Props {
  readonly room: Schemas['Room'];
  readonly mayChange: boolean;
}

/** A room or an equipment. A retired one can be restored; planned sessions keep it. */
export function RoomRow({ room, mayChange }: Props) {
  const { t } = useTranslation();
  const { id, labId, name, places, retiredAt } = room;
  const isRetired = retiredAt !== null;
  const params = { path: { id } };
  const retire = () => api.POST('/api/v1/rooms/{id}/retire', { params });
  const restore = () => api.POST('/api/v1/rooms/{id}/restore', { params });
  return (
    <li>
      <div>
        <b className="typed">{name}</b>
        {places !== null && <span className="quiet">{t('rooms.places', { count: places })}</span>}
        {isRetired && <StateBadge tone="neutral">{t('rooms.retired')}</StateBadge>}
      </div>
      {mayChange && (
        <div className="row row-end">
          <DialogButton label={t('settings.change')} title={t('settings.changeOf', { name })}>
            {(close) => <RoomForm labId={labId} room={room} onDone={close} />}
          </DialogButton>
          <UndoableButton
            label={t(isRetired ? 'settings.restore' : 'settings.retire')}
            act={isRetired ? restore : retire}
            undo={isRetired ? retire : restore}
            done={t(isRetired ? 'rooms.restoredDone' : 'rooms.retiredDone', { name })}
            touches={['/api/v1/labs/{id}/rooms']}
          />
        </div>
      )}
    </li>
  );
}
