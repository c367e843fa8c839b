import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../parts/form/form';
import { MemberChoice } from '../../../parts/searched-choice/member-choice';
import type { GroupDetail } from './group';
import { PEOPLE_TOUCH, putPerson } from './put-person';

interface Props {
  readonly group: GroupDetail;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Adds a member to a group. */
export function AddPerson({ group, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const known = new Set(group.people.map(({ memberId }) => memberId));
  return (
    <Form
      initial={{ memberId: '', leads: false }}
      send={({ memberId, leads }) => putPerson(group.id, memberId, leads)}
      touches={PEOPLE_TOUCH}
      onDone={onDone}
      onCancel={onCancel}
      submit={t('groups.people.save')}
    >
      {({ field, tick }) => (
        <>
          <MemberChoice {...field('memberId')} required isOffered={({ id }) => !known.has(id)} />
          <Checkbox {...tick('leads')} label={t('groups.people.leads')} />
        </>
      )}
    </Form>
  );
}
