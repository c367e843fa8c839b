import { Checkbox, NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import { SettingsSection } from '../settings-section';
import { fieldOf, type Part, type StepName, type Values } from './values';

/** The words in braces that the texts may have, in the order in which they are shown. */
const FIELDS = [
  ...(['number', 'client', 'issuedOn', 'dueOn', 'daysLate', 'total', 'open'] as const),
  ...(['penalties', 'payment', 'seller'] as const),
];

interface Props {
  readonly step: StepName;
  readonly fields: Fields<Values>;
}

/** One step: when it is due, how it is sent, and its texts in both languages. */
export function StepFields({ step, fields }: Props) {
  const { t } = useTranslation();
  const of = (part: Part) => fields.field(fieldOf(step, part));
  return (
    <SettingsSection title={t(`reminders.steps.${step}`)}>
      <Checkbox {...fields.tick(fieldOf(step, 'active'))} label={t('reminders.active')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          {...of('after')}
          {...{ inputMode: 'numeric', maxLength: 3, required: true }}
          label={t('reminders.after')}
        />
        <NativeSelect
          {...of('way')}
          label={t('reminders.way')}
          data={(['mail', 'letter'] as const).map((value) => ({
            value,
            label: t(`reminders.ways.${value}`),
          }))}
        />
      </SimpleGrid>
      <Checkbox {...fields.tick(fieldOf(step, 'penalties'))} label={t('reminders.withPenalties')} />
      <Texts subject={of('frSubject')} text={of('frText')} language={t('reminders.french')} />
      <details>
        <summary>{t('reminders.abroad')}</summary>
        <Texts subject={of('enSubject')} text={of('enText')} language={t('reminders.english')} />
      </details>
      <details>
        <summary>{t('reminders.fields')}</summary>
        <dl className="reminder-fields">
          {FIELDS.map((field) => (
            <div key={field}>
              <dt>{`{${field}}`}</dt>
              <dd>{t(`reminders.field.${field}`)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </SettingsSection>
  );
}

interface TextsProps {
  readonly subject: ReturnType<Fields<Values>['field']>;
  readonly text: ReturnType<Fields<Values>['field']>;
  readonly language: string;
}

function Texts({ subject, text, language }: TextsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput {...subject} label={t('reminders.subject', { language })} required maxLength={200} />
      <Textarea {...text} label={t('reminders.text', { language })} required rows={10} maxLength={4000} />
    </>
  );
}
