import { Button, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Activity, readActivities, writeActivities } from './activities';
import { EXEMPTIONS, USUAL_RATE } from './defaults';
import type { FieldsProps } from './text-field';

const BLANK: Activity = { name: '', rate: USUAL_RATE, ...EXEMPTIONS.exempt };

/** Each activity with its own rate; an empty rate asks why the activity is exempt. */
export function ActivityRows({ fields }: FieldsProps) {
  const { t } = useTranslation();
  const { values, set } = fields;
  const rows = readActivities(values.activities);
  const write = (changed: readonly Activity[]) => set({ activities: writeActivities(changed) });
  const change = (at: number, what: Partial<Activity>) =>
    write(rows.map((row, place) => (place === at ? { ...row, ...what } : row)));
  return (
    <div className="activity-rows">
      {rows.map((row, at) => (
        // A row has no other identity than its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are added at the end, and fields are controlled
        <fieldset key={at} className="activity-row">
          <legend>{row.name || t('seller.activity', { number: at + 1 })}</legend>
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Cell row={row} name="name" at={at} change={change} />
            <Cell row={row} name="rate" at={at} change={change} />
            {row.rate.trim() === '' && (
              <>
                <Cell row={row} name="exemptionText" at={at} change={change} />
                <Cell row={row} name="exemptionCode" at={at} change={change} />
              </>
            )}
          </SimpleGrid>
          <Button
            variant="default"
            className="touch"
            aria-label={`${t('seller.removeActivity')} – ${row.name || at + 1}`}
            onClick={() => write(rows.filter((_, place) => place !== at))}
          >
            {t('seller.removeActivity')}
          </Button>
        </fieldset>
      ))}
      <Button variant="default" className="touch" onClick={() => write([...rows, BLANK])}>
        {t('seller.addActivity')}
      </Button>
    </div>
  );
}

interface CellProps {
  readonly row: Activity;
  readonly name: keyof Activity;
  readonly at: number;
  readonly change: (at: number, what: Partial<Activity>) => void;
}
function Cell({ row, name, at, change }: CellProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      label={t(`seller.activityField.${name}`)}
      value={row[name]}
      onChange={({ currentTarget }) => change(at, { [name]: currentTarget.value })}
      required={name !== 'rate'}
      inputMode={name === 'rate' ? 'decimal' : undefined}
      maxLength={500}
    />
  );
}
