import { Radio, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { Problem } from '../../api/problem';
import { t as words } from '../../i18n/i18n';
import { Form } from '../../parts/form/form';
import { centsOfEuros, plainDecimal } from '../../parts/line-editor/numbers';
import { makeDraft } from './make-draft';
import { type Paper, TOUCHED } from './paper';
import { PartPreview } from './part-preview';

const PAUSE_MS = 350;
const INITIAL = { by: 'percent' as 'percent' | 'amount', percent: '30', amount: '' };
type Typed = typeof INITIAL;

/** The part that is asked for; undefined while it is no number. */
function partOf({ by, percent, amount }: Typed): { percent: string } | { grossCents: number } | undefined {
  if (by === 'percent') {
    const plain = plainDecimal(percent);
    return plain === undefined ? undefined : { percent: plain };
  }
  const grossCents = centsOfEuros(amount);
  return grossCents === undefined || grossCents <= 0 ? undefined : { grossCents };
}

function demandPart(typed: Typed) {
  const part = partOf(typed);
  if (part) return part;
  throw new Problem('FORM.NUMBER', words('parts.fieldsWrong'), words('parts.fieldsWrongCure'), [
    { path: typed.by, message: words('parts.notANumber') },
  ]);
}

interface Props {
  readonly prestationId: string;
  readonly onCancel: () => void;
  readonly onDone: (draft: Paper) => void;
}

/** A deposit: a percentage, or an amount with tax. The server says what it would be before it is made. */
export function DepositForm({ prestationId, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  return (
    <Form
      initial={INITIAL}
      send={(typed) => makeDraft(prestationId, 'deposit', { part: demandPart(typed) })}
      touches={TOUCHED}
      onDone={onDone}
      onCancel={onCancel}
      submit={t('documents.makeDeposit')}
    >
      {({ field, values, set }) => (
        <>
          <Radio.Group
            label={t('documents.depositBy')}
            value={values.by}
            onChange={(value) => set({ by: value as Typed['by'] })}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="percent" label={t('documents.byPercent')} />
              <Radio value="amount" label={t('documents.byAmount')} />
            </Stack>
          </Radio.Group>
          {values.by === 'percent' ? (
            <TextInput {...field('percent')} label={t('documents.percent')} inputMode="decimal" required />
          ) : (
            <TextInput {...field('amount')} label={t('documents.grossAmount')} inputMode="decimal" required />
          )}
          <Part
            prestationId={prestationId}
            typed={values}
            choose={(amount) => set({ by: 'amount', amount })}
          />
        </>
      )}
    </Form>
  );
}

interface PartProps {
  readonly prestationId: string;
  readonly typed: Typed;
  readonly choose: (amount: string) => void;
}
function Part({ prestationId, typed, choose }: PartProps) {
  const [asked] = useDebouncedValue(typed, PAUSE_MS);
  const query = partOf(asked);
  const part = useQuery({
    ...get('/api/v1/prestations/{id}/parts', { path: { id: prestationId }, query: query ?? {} }),
    enabled: query !== undefined,
    placeholderData: keepPreviousData,
  });
  return <PartPreview part={part.data} error={part.error} choose={choose} />;
}
