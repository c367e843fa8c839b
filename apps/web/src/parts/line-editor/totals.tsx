import { useTranslation } from 'react-i18next';
import { formatEuros } from '../format';
import type { Amounts } from './amounts';
import type { EditedSheet } from './use-sheet';

interface Props {
  readonly sheet: EditedSheet;
  readonly amounts: Amounts | undefined;
  readonly isOld: boolean;
  readonly error: string | undefined;
}

/** The discount on the whole, and the sums that the server calculated. */
export function Totals({ sheet, amounts, isOld, error }: Props) {
  const { t } = useTranslation();
  const shown = (cents: number | undefined) =>
    cents === undefined || !amounts?.isWhole ? '–' : formatEuros(cents);
  return (
    <dl className="totals" data-old={isOld || undefined} aria-live="polite">
      <div>
        <dt>{t('lineEditor.sum')}</dt>
        <dd>{shown(amounts?.linesCents)}</dd>
      </div>
      <div>
        <dt>
          <label className="whole-discount">
            <span>{t('lineEditor.wholeDiscount')}</span>
            <input
              type="text"
              className="cell-field"
              autoComplete="off"
              placeholder={t('lineEditor.discountHelp')}
              aria-invalid={error !== undefined || undefined}
              title={error}
              value={sheet.discount}
              onChange={({ currentTarget }) => sheet.setDiscount(currentTarget.value)}
            />
          </label>
        </dt>
        {/* Not `-discountCents`: without a discount that is minus zero, and would be shown so. */}
        <dd>{shown(amounts && 0 - amounts.discountCents)}</dd>
      </div>
      <div className="totals-net">
        <dt>{t('lineEditor.total')}</dt>
        <dd>{shown(amounts?.netCents)}</dd>
      </div>
    </dl>
  );
}
