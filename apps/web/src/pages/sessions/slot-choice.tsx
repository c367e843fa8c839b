import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { dayIn, timeIn } from '../../parts/zone';
import type { Slot } from './sessions';
import { byDay, formatSessionDay } from './when';

interface Props {
  readonly slots: Schemas['SlotList'];
  readonly value: Slot | undefined;
  readonly onChange: (slot: Slot | undefined) => void;
}

const keyOf = ({ from, trainerId }: Slot): string => `${from} ${trainerId}`;

/** The free times: first a day, then a time with its trainer. */
export function SlotChoice({ slots: { items, timeZone, offered }, value, onChange }: Props) {
  const { t } = useTranslation();
  const days = byDay(items.map((slot) => ({ ...slot, timeZone })));
  if (!offered) return <p role="status">{t('sessions.notOffered')}</p>;
  if (days.length === 0) return <p role="status">{t('sessions.noSlot')}</p>;
  const day = value ? dayIn(value.from, timeZone) : '';
  const ofDay = days.find(([each]) => each === day)?.[1] ?? [];
  return (
    <>
      <NativeSelect
        size="md"
        label={t('sessions.day')}
        value={day}
        onChange={({ currentTarget }) =>
          onChange(days.find(([each]) => each === currentTarget.value)?.[1][0])
        }
        data={[
          { value: '', label: t('sessions.chooseDay') },
          ...days.map(([each, [first]]) => ({
            value: each,
            label: first ? formatSessionDay(first, Date.now()) : each,
          })),
        ]}
      />
      {ofDay.length > 0 && value && (
        <fieldset className="slots">
          <legend>{t('sessions.time')}</legend>
          {ofDay.map((slot) => (
            <label key={keyOf(slot)} className="slot">
              <input
                type="radio"
                name="slot"
                checked={keyOf(slot) === keyOf(value)}
                onChange={() => onChange(slot)}
              />
              <span>
                {timeIn(slot.from, timeZone)} <span className="quiet">{slot.trainerName}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </>
  );
}
