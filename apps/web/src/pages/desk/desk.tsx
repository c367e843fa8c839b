import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { Problem } from '../../api/problem';
import type { Lab } from '../../api/queries';
import { askAgain } from '../../api/touched';
import { holdsIn } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { CountNotes } from '../../parts/visits/count-notes';
import { Counter } from '../../parts/visits/counter';
import { useCounting } from '../../parts/visits/use-counting';
import { useScanner } from '../../parts/visits/use-scanner';
import { MemberSearch } from './member-search';
import { OpenClose } from './open-close';
import { PastDays } from './past-days';
import { sendTap } from './send-tap';
import { Today } from './today';

/** Another desk counts too: the numbers are read again so often. */
const AGAIN_MS = 30_000;

export function Desk({ lab }: { lab: Lab }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const mayCount = holdsIn(useMe(), lab.id, 'trainer', 'manager', 'administrator');
  const today = useQuery({
    ...get('/api/v1/labs/{id}/visits', { path: { id: lab.id } }),
    ...{ refetchInterval: AGAIN_MS, placeholderData: keepPreviousData },
  });
  const counting = useCounting(lab.id, {
    send: (tap) => sendTap(lab.id, tap),
    onSent: () =>
      void askAgain(
        queries,
        ['/api/v1/labs/{id}/visits', { id: lab.id }],
        ['/api/v1/labs/{id}/openings', { id: lab.id }],
      ),
  });
  const { setNamed, setNote } = counting;
  const scanned = async (code: string) => {
    try {
      const asked = { params: { path: { id: lab.id } }, body: { code } };
      const { memberId, name } = await content(api.POST('/api/v1/labs/{id}/visits/card', asked));
      setNamed({ memberId, label: name });
    } catch (error) {
      if (error instanceof Problem && error.code === 'CARD.UNKNOWN')
        setNote({ tone: 'bad', text: `${error.what} ${error.cure}` });
      // Without a network the card is read later, with the visit.
      else setNamed({ cardCode: code, label: t('visits.cardOffline', { code }) });
    }
  };
  useScanner((code) => void scanned(code));
  return (
    <Page
      title={t('desk.title', { lab: lab.name })}
      actions={today.data && <OpenClose day={today.data} counting={counting} mayCount={mayCount} />}
    >
      <div className="desk">
        {mayCount && (
          <div className="desk-count">
            <Counter onCount={counting.count} />
            <CountNotes
              note={counting.note}
              named={counting.named}
              onUndo={counting.undoLast}
              onUnname={() => setNamed(undefined)}
              waiting={counting.waiting.length}
            />
            <MemberSearch onNamed={setNamed} onCode={(code) => void scanned(code)} />
          </div>
        )}
        <div className="desk-day">
          {today.isPending && <Loading />}
          {today.isError && <ProblemAlert error={today.error} retry={() => void today.refetch()} />}
          {today.data && <Today day={today.data} waiting={counting.waiting} mayCount={mayCount} />}
        </div>
      </div>
      <PastDays labId={lab.id} mayCorrect={mayCount} />
    </Page>
  );
}
