import { memo, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Machine, Spool } from '../../api/queries';
import { later } from '../../frame/later';
import { formatNumber } from '../../parts/format';

const ChangeSpool = later(() => import('./change-spool'));

interface Props {
  readonly machine: Machine;
  /** Undefined: none is on the machine, or it is not known yet. */
  readonly spool: Spool | undefined;
  readonly isLive: boolean;
}

/** What is loaded on a machine; pressing it changes the spool. */
export const SpoolLine = memo(function SpoolLine({ machine, spool, isLive }: Props) {
  const { t } = useTranslation();
  const [isChanging, setChanging] = useState(false);
  if (machine.spoolId !== null && !spool) return null;
  return (
    <>
      <button
        type="button"
        className="spool-line"
        aria-haspopup="dialog"
        aria-disabled={!isLive}
        onClick={() => isLive && setChanging(true)}
      >
        {spool ? <Loaded spool={spool} /> : <span className="quiet">{t('wall.noSpool')}</span>}
        <span className="spool-change">
          {t('wall.changeSpool')}
          <span className="sr-only"> – {machine.name}</span>
        </span>
      </button>
      {isChanging && (
        <Suspense>
          <ChangeSpool machine={machine} onClose={() => setChanging(false)} />
        </Suspense>
      )}
    </>
  );
});

function Loaded({ spool }: { spool: Spool }) {
  const { t } = useTranslation();
  const { material, colour } = spool.filament;
  const grams = formatNumber(Math.max(0, spool.gramsLeft));
  return (
    <span>
      <span className="quiet">{t('wall.spool')}</span> {material} {colour} – {t('wall.grams', { grams })}
    </span>
  );
}
