import { NumberInput, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { Form } from '../../../parts/form/form';
import { useToast } from '../../../parts/toasts/use-toast';

const NUMBERS = [
  { name: 'longestHours', most: 24 },
  { name: 'hoursPerWeek', most: 168 },
  { name: 'daysAhead', most: 365 },
] as const;

/** Whether members may book machines of a lab, and how much. */
export function BookingRulesForm({ rules }: { rules: Schemas['BookingRules'] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { labId: id, version } = rules;
  const initial = {
    offered: rules.offered,
    ...{ longestHours: String(rules.longestHours), hoursPerWeek: String(rules.hoursPerWeek) },
    daysAhead: String(rules.daysAhead),
  };
  const send = ({ offered, ...typed }: typeof initial) => {
    const numbers = {
      longestHours: Number(typed.longestHours),
      hoursPerWeek: Number(typed.hoursPerWeek),
      daysAhead: Number(typed.daysAhead),
    };
    const body = { offered, ...numbers, version };
    return content(api.PUT('/api/v1/labs/{id}/booking-rules', { params: { path: { id } }, body }));
  };
  return (
    <Form
      initial={initial}
      send={send}
      touches={[['/api/v1/labs/{id}/booking-rules', { id }]]}
      onDone={() => toast(t('hours.booking.saved'))}
      submit={t('common.save')}
    >
      {({ field, tick, values }) => (
        <>
          <Switch
            {...tick('offered')}
            label={t('hours.booking.offered')}
            description={t('hours.booking.offeredHelp')}
          />
          {values.offered &&
            NUMBERS.map(({ name, most }) => (
              <NumberInput
                {...field(name)}
                key={name}
                label={t(`hours.booking.${name}`)}
                min={1}
                max={most}
                hideControls
                allowDecimal={false}
                required
                maw="18rem"
              />
            ))}
        </>
      )}
    </Form>
  );
}
