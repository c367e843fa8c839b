import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';

const CODES = {
  public: ['publics', ['child', 'youth', 'adult', 'senior', 'family', 'school', 'professional']],
  purpose: ['purposes', ['make', 'session', 'computer', 'rights', 'question', 'other']],
  kind: ['kinds', ['appointment', 'course', 'workshop', 'class', 'open-lab']],
  audience: ['audiences', ['everyone', 'members', 'group', 'school', 'spaces', 'client']],
  category: ['categories', ['resident', 'member', 'student', 'school', 'organisation']],
} as const;

interface Props {
  readonly parameter: Schemas['IndicatorParameter'];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** What narrows an indicator: one of the known codes, or a word of the staff. Empty: all. */
export function ParameterField({ parameter, value, onChange }: Props) {
  const { t } = useTranslation();
  const label = t(`activity.parameters.${parameter}`);
  const codes = parameter in CODES ? CODES[parameter as keyof typeof CODES] : undefined;
  if (!codes)
    return (
      <TextInput
        label={label}
        placeholder={t('conventions.objectives.any')}
        value={value}
        maxLength={120}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    );
  const [list, values] = codes;
  return (
    <NativeSelect
      label={label}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
      data={[
        { value: '', label: t('conventions.objectives.any') },
        ...values.map((code) => ({
          ...{ value: code, label: t(`activity.${list}.${code}` as 'activity.publics.child') },
        })),
      ]}
    />
  );
}
