import { Checkbox, NativeSelect, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { audienceValues } from '../../../api/schema';
import { useMe } from '../../../frame/use-me';
import type { Fields } from '../../../parts/form/form';
import { trainersQuery, useGroups } from './choices';
import { isUsuallyPublic, type Typed } from './typed';

/** Who leads the session, for whom it is, and how many places it has. */
export function WhoFields({ fields, labId }: { fields: Fields<Typed>; labId: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const { field, tick, set, values } = fields;
  const trainers = useQuery(trainersQuery(labId));
  const groups = useGroups(labId);
  const people = trainers.data?.items ?? [];
  return (
    <fieldset className="agenda-fields">
      <legend>{t('agenda.form.who')}</legend>
      <NativeSelect
        {...field('trainerId')}
        label={t('agenda.trainer')}
        required
        data={people.map(({ id, name }) => ({
          value: id,
          label: id === me.id ? t('agenda.form.you', { name }) : name,
        }))}
      />
      <NativeSelect
        {...field('audience')}
        label={t('agenda.form.audience')}
        onChange={({ currentTarget: { value } }) =>
          set({ audience: value, isPublic: isUsuallyPublic(value) })
        }
        data={audienceValues.map((value) => ({ value, label: t(`lab-session.audiences.${value}`) }))}
      />
      {(values.audience === 'group' || values.audience === 'school' || values.groupId !== '') && (
        <NativeSelect
          {...field('groupId')}
          label={t('agenda.form.group')}
          required={values.audience === 'group'}
          data={[
            { value: '', label: t('agenda.form.none') },
            ...groups.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      <NumberInput
        {...field('capacity')}
        label={t('agenda.form.capacity')}
        description={t('agenda.form.capacityHelp')}
        min={1}
        max={1000}
        hideControls
        allowDecimal={false}
        maw="14rem"
      />
      <Checkbox
        {...tick('isPublic')}
        label={t('agenda.form.isPublic')}
        description={t('agenda.form.isPublicHelp')}
      />
    </fieldset>
  );
}
