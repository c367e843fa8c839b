import { Fieldset, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import { CONNECTIONS } from './address';
import { DescriptionFields } from './description-fields';
import { HEATS, isAbove, type MachineTyped, SIZES } from './machine-typed';
import { useKinds, useProfiles } from './queries';
import { WayFields } from './way-fields';

type Props = Pick<Fields<MachineTyped>, 'field' | 'values' | 'set'> & {
  readonly hasPassword?: boolean;
};

/** Everything that describes a machine: its name, the way to it, and its limits. */
export function MachineFields({ field, values, set, hasPassword = false }: Props) {
  const { t } = useTranslation();
  const kinds = useKinds();
  const profiles = useProfiles();
  const most: Readonly<Partial<Record<string, number>>> = profiles.find(values.profileId)?.limits ?? {};
  const choose = (profileId: string) => {
    const chosen = profiles.find(profileId)?.limits;
    set({
      profileId,
      ...(chosen && {
        maxNozzleCelsius: String(chosen.maxNozzleCelsius),
        maxBedCelsius: String(chosen.maxBedCelsius),
      }),
    });
  };
  // The profiles may come after the form: an empty choice could not be sent.
  const isListed = values.profileId === '' || profiles.find(values.profileId) !== undefined;
  const notYetListed = isListed ? [] : [values.profileId];
  const hintOf = (name: (typeof HEATS | typeof SIZES)[number]) => {
    if (name === 'maxChamberCelsius') return t('machines.form.noChamber');
    return isAbove(values[name], most[name]) ? t('machines.form.above', { limit: most[name] }) : undefined;
  };
  return (
    <>
      <TextInput {...field('name')} label={t('machines.form.name')} required maxLength={100} data-autofocus />
      <div className="machine-pair">
        <NativeSelect
          {...field('kind')}
          label={t('machines.form.kind')}
          data={kinds.all.map(({ code }) => ({ value: code, label: kinds.nameOf(code) }))}
        />
        <NativeSelect
          {...field('profileId')}
          onChange={(event) => choose(event.currentTarget.value)}
          label={t('machines.form.profile')}
          description={t('machines.form.profileHelp')}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          required
          data={[
            { value: '', label: t('machines.form.choose') },
            ...notYetListed.map((id) => ({ value: id, label: id })),
            ...profiles.all.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
      <Fieldset legend={t('machines.form.way')}>
        <div className="machine-stack">
          <NativeSelect
            {...field('connection')}
            label={t('machines.form.connection')}
            data={CONNECTIONS.map((each) => ({ value: each, label: t(`machines.way.${each}`) }))}
          />
          <WayFields field={field} values={values} hasPassword={hasPassword} />
        </div>
      </Fieldset>
      <Fieldset legend={t('machines.form.limits')}>
        <p className="quiet machine-hint">{t('machines.form.limitsHelp')}</p>
        <div className="machine-limits">
          {[...SIZES, ...HEATS].map((name) => (
            <TextInput
              {...field(name)}
              key={name}
              label={t(`machines.form.${name}`)}
              inputMode="decimal"
              required={name !== 'maxChamberCelsius'}
              description={hintOf(name)}
              inputWrapperOrder={['label', 'input', 'description', 'error']}
            />
          ))}
        </div>
      </Fieldset>
      <DescriptionFields field={field} />
    </>
  );
}
