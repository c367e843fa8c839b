import { Fieldset, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../parts/form/form';
import { MemberChoice } from '../../parts/searched-choice/member-choice';
import type { MemberTyped } from './member-fields';

interface Props extends Pick<Fields<MemberTyped>, 'field'> {
  /** A member cannot be their own guardian. */
  readonly memberId: string | undefined;
}

/** Until when the member is a minor, and which adult is responsible until then. */
export function GuardianFields({ memberId, field }: Props) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t('members.details.guardian')}>
      <Stack>
        <TextInput type="date" {...field('minorUntil')} label={t('members.form.minorUntil')} required />
        <MemberChoice
          {...field('guardianId')}
          label={t('members.form.guardian')}
          searchLabel={t('members.form.guardianSearch')}
          required
          isOffered={({ id, minorUntil }) => id !== memberId && !minorUntil}
        />
      </Stack>
    </Fieldset>
  );
}
