import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { orNull } from '../../../api/or-null';
import { useLab } from '../../../frame/lab-choice';
import { holdsIn, LAB_STAFF } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { Form } from '../../../parts/form/form';
import { OrganisationChoice } from '../../../parts/searched-choice/organisation-choice';
import { nameIn, useCategories } from '../../members/people';
import type { GroupDetail } from './group';

/** The category that the server gives to a group if no other one is chosen. */
const USUAL_CATEGORY = 'school-group';

interface Props {
  /** The group to change; absent: another one is created. */
  readonly group?: GroupDetail;
  readonly onDone: (saved: GroupDetail) => void;
  readonly onCancel: () => void;
}

/** Creates a group in a lab, or changes one. The lab of a group stays. */
export function GroupForm({ group, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const { lab, labs } = useLab();
  const { all: categories } = useCategories();
  const own = labs.filter(({ id }) => holdsIn(me, id, ...LAB_STAFF));
  const initial = {
    name: group?.name ?? '',
    category: group?.category ?? USUAL_CATEGORY,
    labId: group?.labId ?? own.find(({ id }) => id === lab?.id)?.id ?? own[0]?.id ?? '',
    organisationId: group?.organisationId ?? '',
  };
  const send = ({ name, category, labId, organisationId }: typeof initial) => {
    const body = { name, category, organisationId: orNull(organisationId) };
    if (!group) return content(api.POST('/api/v1/groups', { body: { ...body, labId } }));
    return content(api.PATCH('/api/v1/groups/{id}', { params: { path: { id: group.id } }, body }));
  };
  const offered = categories.filter(({ code, retiredAt }) => retiredAt === null || code === group?.category);
  return (
    <Form
      initial={initial}
      send={send}
      touches={['/api/v1/groups', '/api/v1/me/groups']}
      onDone={onDone}
      onCancel={onCancel}
      submit={group ? t('common.save') : t('groups.form.save')}
      draft={`group-${group?.id ?? 'new'}`}
    >
      {({ field }) => (
        <>
          <TextInput
            {...field('name')}
            label={t('groups.field.name')}
            description={t('groups.form.nameHelp')}
            required
            maxLength={120}
          />
          <NativeSelect
            {...field('category')}
            label={t('groups.field.category')}
            description={t('groups.form.categoryHelp')}
            data={offered.map((each) => ({ value: each.code, label: nameIn(each) }))}
          />
          {!group && (
            <NativeSelect
              {...field('labId')}
              label={t('groups.field.labId')}
              required
              data={own.map(({ id, name }) => ({ value: id, label: name }))}
            />
          )}
          <OrganisationChoice
            {...field('organisationId')}
            label={t('groups.field.organisationId')}
            searchLabel={t('groups.form.searchOrganisation')}
            none={t('groups.form.noOrganisation')}
          />
        </>
      )}
    </Form>
  );
}
