import { TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../button';
import { Dialog } from '../dialog';
import { formatEuros } from '../format';
import { NearestAmounts } from '../nearest-amounts/nearest-amounts';
import { Notice } from '../notice';
import { ProblemAlert } from '../problem-alert';
import { centsOfEuros } from './numbers';
import type { EditedRow } from './row';

/** A price, and what the line costs with it. */
interface FoundPrice {
  /** As it is typed into a cell. */
  readonly unitPrice: string;
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
}

/** The price for an amount with tax, or those of the nearest amounts. */
interface PriceWithTax {
  readonly exact: FoundPrice | null;
  readonly below: FoundPrice | null;
  readonly above: FoundPrice | null;
}

/** Asks the server. @throws Problem when other cells of the row hold no number */
export type FindPrice = (row: EditedRow, grossCents: number) => Promise<PriceWithTax>;

interface Props {
  readonly row: EditedRow;
  /** The number of the line, from 1. */
  readonly line: number;
  readonly find: FindPrice;
  readonly onChoose: (unitPrice: string) => void;
  readonly onClose: () => void;
}

const PAUSE_MS = 350;

/** The price of a line from its amount with tax. The server calculates; the person takes what it found. */
export function PriceDialog({ row, line, find, onChoose, onClose }: Props) {
  const { t } = useTranslation();
  const [amount, setAmount] = useState('');
  const [asked] = useDebouncedValue(amount, PAUSE_MS);
  const cents = centsOfEuros(asked) ?? 0;
  const { quantity, basis, discount, activity, nature, servedOn, stageId } = row;
  const found = useQuery({
    queryKey: ['line-price', quantity, basis, discount, activity, nature, servedOn, stageId, cents],
    queryFn: () => find(row, cents),
    enabled: cents > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const isOld = asked !== amount || found.isPlaceholderData;
  const { exact = null, below = null, above = null } = (cents > 0 && found.data) || {};
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (exact && !isOld) onChoose(exact.unitPrice);
  };
  return (
    <Dialog title={t('lineEditor.priceWithTax', { line })} onClose={onClose}>
      <form className="price-dialog" onSubmit={send}>
        <TextInput
          label={t('lineEditor.amountWithTax')}
          description={t('lineEditor.amountWithTaxHelp')}
          inputMode="decimal"
          autoComplete="off"
          value={amount}
          onChange={({ currentTarget }) => setAmount(currentTarget.value)}
        />
        <div className="price-found" aria-live="polite" data-old={isOld || undefined}>
          {cents > 0 && found.isError && <ProblemAlert error={found.error} />}
          {exact && (
            <p>
              {t('lineEditor.priceFound', {
                price: exact.unitPrice,
                net: formatEuros(exact.netCents),
                vat: formatEuros(exact.vatCents),
                gross: formatEuros(exact.grossCents),
              })}
            </p>
          )}
          {(below || above) && (
            <NearestAmounts
              amounts={[below, above].map((near) => near?.grossCents ?? null)}
              choose={(gross) => {
                const near = gross === below?.grossCents ? below : above;
                if (near) onChoose(near.unitPrice);
              }}
            />
          )}
          {cents > 0 && found.data && !exact && !below && !above && (
            <Notice title={t('lineEditor.noPrice')}>
              <p>{t('lineEditor.noPriceCure')}</p>
            </Notice>
          )}
        </div>
        <p className="quiet">{t('lineEditor.lineAlone')}</p>
        <div className="row price-end">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" look="main" aria-disabled={!exact || isOld || undefined}>
            {t('lineEditor.takePrice')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
