import { Checkbox, Group, NativeSelect, NumberInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { quotaMeasureValues } from '../../../api/schema';
import { Form } from '../../../parts/form/form';
import { useToast } from '../../../parts/toasts/use-toast';
import { nameIn, type useCategories } from '../../members/people';
import { PolicyFields } from './policy-fields';
import { type Settings, settingsOf, typedOf } from './typed';

interface Props {
  readonly settings: Settings;
  readonly categories: ReturnType<typeof useCategories>['all'];
}

/** How members pay in the whole network. */
export function SettingsForm({ settings, categories }: Props) {
  const { t, i18n } = useTranslation();
  const number = {
    ...{ min: 0, max: 1_000_000, decimalScale: 2, hideControls: true },
    decimalSeparator: i18n.language === 'fr' ? ',' : '.',
  };
  const toast = useToast();
  const codes = categories.map(({ code }) => code);
  return (
    <Form
      initial={typedOf(settings, codes)}
      send={(typed) => content(api.PUT('/api/v1/account-settings', { body: settingsOf(typed, codes) }))}
      touches={['/api/v1/account-settings', '/api/v1/me/account']}
      onDone={() => toast(t('charging.saved'))}
      submit={t('common.save')}
    >
      {({ field, tick }) => (
        <>
          <Checkbox {...tick('isOn')} label={t('charging.isOn')} description={t('charging.isOnHelp')} />
          <NumberInput
            {...field('allowance')}
            {...number}
            label={t('charging.allowance')}
            description={t('charging.allowanceHelp')}
            maw="24rem"
            required
          />
          <Checkbox
            {...tick('invoicesMonthly')}
            label={t('charging.monthly')}
            description={t('charging.monthlyHelp')}
          />
          <PolicyFields field={field} />
          <fieldset>
            <legend>{t('charging.quotas')}</legend>
            <p className="quiet">{t('charging.quotasHelp')}</p>
            {categories.map((category) => (
              <Group key={category.code} gap="xs" align="end">
                <NumberInput
                  {...number}
                  {...field(`amount ${category.code}`)}
                  label={t('charging.amountOf', { category: nameIn(category) })}
                />
                <NativeSelect
                  {...field(`measure ${category.code}`)}
                  aria-label={t('charging.measureOf', { category: nameIn(category) })}
                  data={quotaMeasureValues.map((value) => ({
                    value,
                    label: t(`charging.measures.${value}`),
                  }))}
                />
              </Group>
            ))}
          </fieldset>
        </>
      )}
    </Form>
  );
}
