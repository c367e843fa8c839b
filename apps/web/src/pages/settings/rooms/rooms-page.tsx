import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { roomKindValues } from '../../../api/schema';
import { useLab } from '../../../frame/lab-choice';
import { NoLab } from '../../../frame/no-lab';
import { holdsIn, LAB_STAFF } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { addWords } from '../../../i18n/add-words';
import { DialogButton } from '../../../parts/dialog-button';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';
import { SettingsSection } from '../settings-section';
import { RoomForm } from './room-form';
import { RoomRow } from './room-row';
import { en, fr } from './words';
import './rooms.css';

addWords('rooms', { fr, en });

/** The rooms and the equipment of a lab: each is in one session at a time. */
export default function RoomsPage() {
  const { lab } = useLab();
  if (!lab)
    return (
      <SettingsFrame name="rooms">
        <NoLab />
      </SettingsFrame>
    );
  return <RoomsOf key={lab.id} id={lab.id} name={lab.name} />;
}

function RoomsOf({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const mayChange = holdsIn(useMe(), id, ...LAB_STAFF);
  const rooms = useQuery(get('/api/v1/labs/{id}/rooms', { path: { id }, query: { retired: 'true' } }));
  const add = (
    <DialogButton variant="filled" label={t('rooms.add')}>
      {(close) => <RoomForm labId={id} onDone={close} />}
    </DialogButton>
  );
  return (
    <SettingsFrame name="rooms" actions={mayChange && add}>
      <p className="settings-intro">{t('rooms.intro', { lab: name })}</p>
      {!mayChange && <p className="settings-intro">{t('rooms.otherLab')}</p>}
      {rooms.isPending && <Loading />}
      {rooms.isError && <ProblemAlert error={rooms.error} retry={() => void rooms.refetch()} />}
      {rooms.data &&
        roomKindValues.map((kind) => {
          const own = rooms.data.items.filter((room) => room.kind === kind);
          return (
            <SettingsSection key={kind} title={t(`rooms.kinds.${kind}`)}>
              {own.length === 0 && <p className="quiet">{t(`rooms.none.${kind}`)}</p>}
              <ul className="rooms-list">
                {own.map((room) => (
                  <RoomRow key={room.id} room={room} mayChange={mayChange} />
                ))}
              </ul>
            </SettingsSection>
          );
        })}
    </SettingsFrame>
  );
}
