import { Checkbox, Radio, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { Problem } from '../../api/problem';
import { currentLanguage, t as words } from '../../i18n/i18n';
import { Form } from '../../parts/form/form';
import { formatEuros } from '../../parts/format';
import { plainDecimal, shownDecimal } from '../../parts/line-editor/numbers';
import { makeDraft } from './make-draft';
import { type Paper, type PaperDetail, TOUCHED } from './paper';

type Credit = NonNullable<Schemas['DocumentRequest']['credit']>;
type Typed = Record<string, string | boolean>;

interface Props {
  readonly paper: PaperDetail;
  readonly onCancel: () => void;
  readonly onDone: (draft: Paper) => void;
}

/** Which lines are credited: everything that is left, or a quantity of some lines. The next page shows the draft. */
export function CreditForm({ paper, onCancel, onDone }: Props) {
  const { t } = useTranslation();
  const kind = paper.kind === 'deposit' ? ('deposit-credit' as const) : ('credit-note' as const);
  const lines = paper.creditable.filter(({ isWholeOnly }) => !isWholeOnly);
  const initial: Typed = {
    note: '',
    isAll: lines.length === 0,
    ...Object.fromEntries(
      lines.flatMap(({ position, quantityLeft }) => [
        [`on-${position}`, false],
        [`quantity-${position}`, shownDecimal(quantityLeft, currentLanguage())],
      ]),
    ),
  };
  return (
    <Form
      initial={initial}
      send={(typed) =>
        makeDraft(paper.prestationId, kind, {
          ...{ citesId: paper.id, credit: creditOf(typed, lines) },
          ...(typed.note && { note: String(typed.note) }),
        })
      }
      touches={TOUCHED}
      onDone={onDone}
      onCancel={onCancel}
      submit={t('documents.makeCredit')}
    >
      {({ field, tick, values, set }) => (
        <>
          <Radio.Group
            label={t('documents.whatToCredit')}
            value={values.isAll ? 'all' : 'some'}
            onChange={(value) => set({ isAll: value === 'all' })}
          >
            <Stack gap="xs" mt="xs">
              <Radio value="all" label={t('documents.creditAll')} />
              {lines.length > 0 && <Radio value="some" label={t('documents.creditSome')} />}
            </Stack>
          </Radio.Group>
          {!values.isAll && (
            <ul className="credit-lines">
              {lines.map(({ position, label, quantityLeft, netCentsLeft }) => (
                <li key={position}>
                  <Checkbox
                    {...tick(`on-${position}`)}
                    label={label}
                    description={t('documents.leftToCredit', {
                      quantity: shownDecimal(quantityLeft, currentLanguage()),
                      amount: formatEuros(netCentsLeft),
                    })}
                  />
                  {values[`on-${position}`] === true && (
                    <TextInput
                      {...field(`quantity-${position}`)}
                      label={t('documents.quantityToCredit')}
                      aria-label={t('documents.quantityToCreditOf', { label })}
                      inputMode="decimal"
                    />
                  )}
                </li>
              ))}
            </ul>
          )}
          <TextInput {...field('note')} label={t('documents.creditNote')} maxLength={1000} />
        </>
      )}
    </Form>
  );
}

/** The whole quantity is “rest”: it credits the cents that are left too. @throws Problem for no line, or no number */
function creditOf(typed: Typed, lines: PaperDetail['creditable']): Credit {
  if (typed.isAll) return 'all';
  const chosen = lines.filter(({ position }) => typed[`on-${position}`] === true);
  if (chosen.length === 0)
    throw new Problem('FORM.NONE', words('documents.noLineChosen'), words('documents.noLineChosenCure'));
  return chosen.map(({ position, quantityLeft }) => {
    const name = `quantity-${position}`;
    const quantity = plainDecimal(String(typed[name]));
    if (quantity === undefined)
      throw new Problem('FORM.NUMBER', words('parts.fieldsWrong'), words('parts.fieldsWrongCure'), [
        { path: name, message: words('parts.notANumber') },
      ]);
    return { position, quantity: quantity === quantityLeft ? ('rest' as const) : quantity };
  });
}
