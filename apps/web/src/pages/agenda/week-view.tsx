import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import type { Lab } from '../../api/queries';
import { labSessionKindValues, labSessionStateValues } from '../../api/schema';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useFilters } from '../../parts/table/use-filters';
import { today } from '../../parts/zone';
import { AgendaFilters } from './agenda-filters';
import { DayColumn } from './day-column';
import { addDays, byDay, isDay, mondayOf, shownDays } from './week';
import { WeekSteps } from './week-steps';

const A_MINUTE = 60_000;
const oneOf = <Value extends string>(values: readonly Value[], text: string): Value | undefined =>
  values.find((each) => each === text);

/** One week of a lab. The week and the filters are in the page's address. */
export function Week({ lab, mayPlan }: { lab: Lab; mayPlan: boolean }) {
  const { t } = useTranslation();
  const [chosen, set] = useFilters(['week', 'trainer', 'kind', 'state']);
  const now = today(lab.timeZone);
  const monday = mondayOf(isDay(chosen.week) ? chosen.week : now);
  const query = {
    ...{ labId: lab.id, from: monday, until: addDays(monday, 6) },
    ...(chosen.trainer && { trainerId: chosen.trainer }),
    kind: oneOf(labSessionKindValues, chosen.kind),
    state: oneOf(labSessionStateValues, chosen.state),
  };
  const answer = useQuery({
    ...get('/api/v1/lab-sessions', { query }),
    placeholderData: keepPreviousData,
    refetchInterval: A_MINUTE,
  });
  const days = byDay(answer.data?.items ?? []);
  const isFiltered = [chosen.trainer, chosen.kind, chosen.state].some((each) => each !== '');
  const isEmpty = answer.data?.items.length === 0;
  return (
    <>
      <WeekSteps
        monday={monday}
        isNow={monday === mondayOf(now)}
        go={(day) => set('week', day === mondayOf(now) ? '' : day)}
      />
      <AgendaFilters labId={lab.id} mayPlan={mayPlan} chosen={chosen} set={set} />
      {answer.isPending && <Loading />}
      {answer.isError && <ProblemAlert error={answer.error} retry={() => void answer.refetch()} />}
      {isEmpty && (
        <Empty title={t(isFiltered ? 'agenda.noneFiltered' : 'agenda.none')}>
          <p>
            {t(isFiltered ? 'agenda.noneFilteredCure' : mayPlan ? 'agenda.noneCure' : 'agenda.noneElsewhere')}
          </p>
        </Empty>
      )}
      {answer.data && !isEmpty && (
        <ol className="agenda-week" data-busy={answer.isPlaceholderData || undefined}>
          {shownDays(monday, new Set(days.keys()), now).map((day) => (
            <DayColumn key={day} day={day} isToday={day === now} sessions={days.get(day) ?? []} />
          ))}
        </ol>
      )}
    </>
  );
}
