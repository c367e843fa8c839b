import { SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { Form } from '../../../parts/form/form';
import { useToast } from '../../../parts/toasts/use-toast';
import { SettingsSection } from '../settings-section';
import { StepFields } from './step-fields';
import { atFields, bodyOf, type Settings, STEPS, type Values, valuesOf } from './values';

const BELOW: ['label', 'input', 'description', 'error'] = ['label', 'input', 'description', 'error'];

/** The three steps with their texts, and the rates of late penalties, from a day on. */
export function RemindersForm({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const toast = useToast();
  const send = async (values: Values) => {
    try {
      return await content(api.PUT('/api/v1/settings/reminders', { body: bodyOf(values) }));
    } catch (error) {
      throw atFields(error);
    }
  };
  return (
    <Form<Values, Settings>
      initial={valuesOf(settings)}
      send={send}
      touches={['/api/v1/settings/reminders', '/api/v1/reminders/due']}
      onDone={() => toast(t('reminders.saved'))}
      submit={t('common.save')}
      draft="reminders"
    >
      {(fields) => (
        <>
          {STEPS.map((step) => (
            <StepFields key={step} step={step} fields={fields} />
          ))}
          <SettingsSection title={t('reminders.penalties')}>
            <p className="quiet">{t('reminders.penaltiesHelp')}</p>
            <SimpleGrid cols={{ base: 1, xs: 3 }}>
              <TextInput
                {...fields.field('businessRate')}
                {...{ inputMode: 'decimal', maxLength: 6, inputWrapperOrder: BELOW }}
                label={t('reminders.businessRate')}
                description={t('reminders.businessRateHelp')}
              />
              <TextInput
                {...fields.field('publicRate')}
                {...{ inputMode: 'decimal', maxLength: 6, inputWrapperOrder: BELOW }}
                label={t('reminders.publicRate')}
                description={t('reminders.publicRateHelp')}
              />
              <TextInput
                {...fields.field('indemnity')}
                {...{ inputMode: 'decimal', maxLength: 7, inputWrapperOrder: BELOW }}
                label={t('reminders.indemnity')}
                description={t('reminders.indemnityHelp')}
              />
            </SimpleGrid>
          </SettingsSection>
          <SettingsSection title={t('reminders.when')}>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              <TextInput
                {...fields.field('leastDaysBetween')}
                {...{ inputMode: 'numeric', maxLength: 3, required: true }}
                label={t('reminders.leastDaysBetween')}
              />
              <TextInput
                {...fields.field('inForceFrom')}
                type="date"
                required
                label={t('reminders.inForceFrom')}
              />
            </SimpleGrid>
          </SettingsSection>
        </>
      )}
    </Form>
  );
}
