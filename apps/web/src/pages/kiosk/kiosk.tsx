import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../api/problem';
import { Dialog } from '../../parts/dialog';
import { ProblemAlert } from '../../parts/problem-alert';
import { CountNotes } from '../../parts/visits/count-notes';
import { Counter } from '../../parts/visits/counter';
import { newKey } from '../../parts/visits/tap-queue';
import { useCounting } from '../../parts/visits/use-counting';
import { useScanner } from '../../parts/visits/use-scanner';
import { kioskApi } from './kiosk-api';

const AGAIN_MS = 60_000;

/** Counts visits at a door. The name of the lab and its state are read again now and then; counting does not wait. */
export function Kiosk({ token }: { token: string }) {
  const { t } = useTranslation();
  const kiosk = useMemo(() => kioskApi(token), [token]);
  const state = useQuery({
    queryKey: ['kiosk', token.slice(0, 8)],
    queryFn: kiosk.state,
    refetchInterval: AGAIN_MS,
  });
  const counting = useCounting(`kiosk ${token.slice(0, 8)}`, {
    send: kiosk.send,
    onSent: () => void state.refetch(),
  });
  const { setNamed, setNote, trouble } = counting;
  const scanned = async (code: string) => {
    try {
      setNamed({ cardCode: code, label: (await kiosk.card(code)).name });
    } catch (error) {
      const isUnknown = error instanceof Problem && /^(CARD|AUTH)\./.test(error.code);
      if (isUnknown) setNote({ tone: 'bad', text: t('kiosk.unknownCard') });
      else setNamed({ cardCode: code, label: t('kiosk.card') });
    }
  };
  useScanner((code) => void scanned(code));
  const isRevoked = [trouble, state.error].some(
    (error) => error instanceof Problem && error.code === 'KIOSK.INVALID',
  );
  return (
    <>
      <header className="kiosk-head">
        <h1 className="typed">{state.data?.labName ?? t('kiosk.title')}</h1>
        {!isRevoked && <Door counting={counting} opening={state.data?.opening ?? null} />}
      </header>
      {isRevoked ? (
        <ProblemAlert
          error={new Problem('KIOSK.INVALID', t('kiosk.revoked'), t('kiosk.revokedCure'))}
          retry={() => void state.refetch()}
        />
      ) : (
        <>
          <Counter onCount={counting.count} />
          <CountNotes
            note={counting.note}
            named={counting.named}
            onUndo={counting.undoLast}
            onUnname={() => setNamed(undefined)}
            waiting={counting.waiting.length}
          />
          <p className="quiet">{t('kiosk.cardHelp')}</p>
        </>
      )}
    </>
  );
}

interface DoorProps {
  readonly counting: ReturnType<typeof useCounting>;
  readonly opening: { readonly id: string } | null;
}

/** Opens the lab in one tap; closing asks once more, because everybody passes here. */
function Door({ counting: { waiting, tap }, opening }: DoorProps) {
  const { t } = useTranslation();
  const [asks, setAsks] = useState(false);
  const opened = waiting.findLast(({ kind }) => kind === 'open');
  const closes = waiting.some(({ kind }) => kind === 'close');
  const of = closes ? undefined : (opening?.id ?? opened?.key);
  const close = () => {
    setAsks(false);
    if (of) tap({ key: newKey(), kind: 'close', of, tappedAt: Date.now() });
  };
  return (
    <div className="row">
      <span className="quiet">{t(of ? 'kiosk.open' : 'visits.closed')}</span>
      <Button
        variant={of ? 'default' : 'filled'}
        className="touch"
        disabled={closes}
        onClick={() => (of ? setAsks(true) : tap({ key: newKey(), kind: 'open', tappedAt: Date.now() }))}
      >
        {t(of ? 'visits.close' : 'visits.open')}
      </Button>
      {asks && (
        <Dialog title={t('kiosk.askClose')} onClose={() => setAsks(false)}>
          <p>{t('kiosk.askCloseText')}</p>
          <div className="row">
            <Button className="touch" onClick={close}>
              {t('visits.close')}
            </Button>
            <Button variant="default" className="touch" onClick={() => setAsks(false)}>
              {t('common.cancel')}
            </Button>
          </div>
        </Dialog>
      )}
    </div>
  );
}
