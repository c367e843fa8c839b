import { useTranslation } from 'react-i18next';
import type { Lab } from '../../../api/queries';
import type { Fields } from '../../../parts/form/form';
import { type Thing, useThings } from './choices';
import { toggled } from './series';
import { listOf, type Typed, textOf } from './typed';

/** The rooms, the equipment and the machines that the session has to itself. */
export function ThingsFields({ fields, lab }: { fields: Fields<Typed>; lab: Pick<Lab, 'id'> }) {
  const { t } = useTranslation();
  const { values } = fields;
  const { rooms, equipment, machines } = useThings(lab, [
    ...listOf(values.rooms),
    ...listOf(values.machines),
  ]);
  return (
    <fieldset className="agenda-fields">
      <legend>{t('agenda.form.things')}</legend>
      <p className="agenda-help">{t('agenda.form.thingsHelp')}</p>
      <Ticks
        fields={fields}
        name="rooms"
        label={t('agenda.form.rooms')}
        things={rooms}
        none={t('agenda.form.noRooms')}
      />
      {equipment.length > 0 && (
        <Ticks fields={fields} name="rooms" label={t('agenda.form.equipment')} things={equipment} />
      )}
      <FieldError fields={fields} name="rooms" />
      {machines.length > 0 && (
        <Ticks fields={fields} name="machines" label={t('agenda.form.machines')} things={machines} />
      )}
      <FieldError fields={fields} name="machines" />
    </fieldset>
  );
}

type Name = 'rooms' | 'machines';
interface TicksProps {
  readonly fields: Fields<Typed>;
  readonly name: Name;
  readonly label: string;
  readonly things: readonly Thing[];
  /** Shown where there is nothing to choose. */
  readonly none?: string;
}

function Ticks({ fields: { values, set }, name, label, things, none }: TicksProps) {
  const chosen = listOf(values[name]);
  return (
    <fieldset className="agenda-ticks">
      <legend>{label}</legend>
      {things.length === 0 && <span className="agenda-help">{none}</span>}
      {things.map((thing) => (
        <label key={thing.id} className="agenda-tick">
          <input
            type="checkbox"
            checked={chosen.includes(thing.id)}
            onChange={() => set({ [name]: textOf(toggled(chosen, thing.id)) })}
          />
          <span className="typed">{thing.name}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** What the server says about the choice above. */
function FieldError({ fields, name }: { fields: Fields<Typed>; name: Name }) {
  const { error } = fields.field(name);
  return error ? (
    <p className="agenda-error" role="alert">
      {error}
    </p>
  ) : null;
}
