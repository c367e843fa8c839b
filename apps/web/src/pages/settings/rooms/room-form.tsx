import { NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { roomKindValues } from '../../../api/schema';
import { Form } from '../../../parts/form/form';

type Room = Schemas['Room'];

interface Props {
  readonly labId: string;
  /** The room to change; absent: another one is added. */
  readonly room?: Room;
  readonly onDone: () => void;
}

/** Adds a room or an equipment to a lab, or changes its name and places. */
export function RoomForm({ labId, room, onDone }: Props) {
  const { t } = useTranslation();
  const initial = {
    ...{ name: room?.name ?? '', kind: room?.kind ?? 'room', places: String(room?.places ?? '') },
  };
  const send = ({ name, kind, places }: typeof initial) => {
    const body = { name, places: places === '' ? null : Number(places) };
    if (room)
      return content(
        api.PUT('/api/v1/rooms/{id}', {
          params: { path: { id: room.id } },
          body: { ...body, version: room.version },
        }),
      );
    return content(
      api.POST('/api/v1/labs/{id}/rooms', {
        params: { path: { id: labId } },
        body: { ...body, kind: kind as Room['kind'] },
      }),
    );
  };
  return (
    <Form
      initial={initial}
      send={send}
      touches={['/api/v1/labs/{id}/rooms']}
      onDone={onDone}
      onCancel={onDone}
      submit={t(room ? 'common.save' : 'rooms.addSave')}
    >
      {({ field }) => (
        <>
          {!room && (
            <NativeSelect
              {...field('kind')}
              label={t('rooms.kind')}
              data={roomKindValues.map((value) => ({ value, label: t(`rooms.one.${value}`) }))}
            />
          )}
          <TextInput
            {...field('name')}
            label={t('rooms.name')}
            description={t('rooms.nameHelp')}
            required
            maxLength={80}
            data-autofocus
          />
          <NumberInput
            {...field('places')}
            label={t('rooms.capacity')}
            description={t('rooms.capacityHelp')}
            {...{ min: 1, max: 1000, hideControls: true, allowDecimal: false }}
            maw="14rem"
          />
        </>
      )}
    </Form>
  );
}
