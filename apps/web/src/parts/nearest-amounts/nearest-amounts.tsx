import { useTranslation } from 'react-i18next';
import { addWords } from '../../i18n/add-words';
import { Button } from '../button';
import { formatEuros } from '../format';
import { Notice } from '../notice';
import { en, fr } from './words';

addWords('nearest-amounts', { fr, en });

interface Props {
  /** The nearest amounts with tax, in cents; null where there is none on that side. */
  readonly amounts: readonly (number | null)[];
  readonly choose: (cents: number) => void;
}

/** Says that an amount with tax has no exact net, and offers the nearest ones that have. */
export function NearestAmounts({ amounts, choose }: Props) {
  const { t } = useTranslation();
  return (
    <Notice title={t('nearest-amounts.none')}>
      <p>{t('nearest-amounts.choose')}</p>
      <div className="row">
        {amounts.map(
          (cents) =>
            cents !== null && (
              <Button key={cents} onClick={() => choose(cents)}>
                {formatEuros(cents)}
              </Button>
            ),
        )}
      </div>
    </Notice>
  );
}
