import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { currentLanguage } from '../../i18n/i18n';
import { formatEuros } from '../../parts/format';
import { eurosOfCents, shownDecimal } from '../../parts/line-editor/numbers';
import { NearestAmounts } from '../../parts/nearest-amounts/nearest-amounts';
import { Notice } from '../../parts/notice';
import { ProblemAlert } from '../../parts/problem-alert';

interface Props {
  readonly part: Schemas['Part'] | undefined;
  readonly error: unknown;
  /** Takes one of the nearest amounts, as it is typed. */
  readonly choose: (amount: string) => void;
}

/** What a deposit would be: its amounts, a cent that the rule moves, or the two nearest amounts that are possible. */
export function PartPreview({ part, error, choose }: Props) {
  const { t } = useTranslation();
  if (error) return <ProblemAlert error={error} />;
  if (!part) return null;
  const { possible, nearest, left } = part;
  return (
    <div className="part-preview" aria-live="polite">
      {possible && (
        <p>
          {t('documents.partIs', {
            net: formatEuros(possible.netCents),
            vat: formatEuros(possible.vatCents),
            gross: formatEuros(possible.grossCents),
          })}
        </p>
      )}
      {possible?.rows.some(({ departs }) => departs) && (
        <Notice title={t('documents.centMoves')}>
          <p>{t('documents.centMovesWhy')}</p>
        </Notice>
      )}
      {!possible && nearest && (
        <NearestAmounts
          amounts={[nearest.below, nearest.above]}
          choose={(cents) => choose(shownDecimal(eurosOfCents(cents), currentLanguage()))}
        />
      )}
      <p className="quiet">{t('documents.leftIs', { gross: formatEuros(left.grossCents) })}</p>
    </div>
  );
}
