import type { IndicatorCode, IndicatorParameters } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { hoursOpen } from './labs/hours-open';
import { machineHours } from './labs/machine-hours';
import { materialGrams } from './labs/material-grams';
import { prints } from './labs/prints';
import { cashed } from './money/cashed';
import { costs } from './money/costs';
import { freeAccessValue } from './money/free-access-value';
import { inKindValue } from './money/in-kind-value';
import { incomeServices } from './money/income-services';
import { result } from './money/result';
import { subsidyReceived } from './money/subsidy-received';
import { membersReached } from './people/members-reached';
import { newMembers } from './people/new-members';
import { residentsShare } from './people/residents-share';
import { visits } from './people/visits';
import { prioritySchools } from './schools/priority-schools';
import { projects } from './schools/projects';
import { projectsDone } from './schools/projects-done';
import { schoolPupils } from './schools/school-pupils';
import { schools } from './schools/schools';
import type { IndicatorQuery, IndicatorScope } from './scope';
import { attendances } from './sessions/attendances';
import { individualSessions } from './sessions/individual-sessions';
import { inductions } from './sessions/inductions';
import { noShows } from './sessions/no-shows';
import { peopleTaught } from './sessions/people-taught';
import { sessionsHeld } from './sessions/sessions-held';
import { spaceStaffAttendances } from './sessions/space-staff-attendances';
import { spacesTrained } from './sessions/spaces-trained';
import { topicsTaught } from './sessions/topics-taught';

/** One query for each code of the list: it does not compile while one is missing. */
export const QUERIES: Readonly<Record<IndicatorCode, IndicatorQuery>> = {
  visits,
  'members-reached': membersReached,
  'new-members': newMembers,
  'residents-share': residentsShare,
  'sessions-held': sessionsHeld,
  'individual-sessions': individualSessions,
  attendances,
  'people-taught': peopleTaught,
  'topics-taught': topicsTaught,
  'no-shows': noShows,
  inductions,
  'spaces-trained': spacesTrained,
  'space-staff-attendances': spaceStaffAttendances,
  'hours-open': hoursOpen,
  prints,
  'machine-hours': machineHours,
  'material-grams': materialGrams,
  schools,
  'priority-schools': prioritySchools,
  'school-pupils': schoolPupils,
  projects,
  'projects-done': projectsDone,
  'income-services': incomeServices,
  cashed,
  'free-access-value': freeAccessValue,
  'subsidy-received': subsidyReceived,
  costs,
  'in-kind-value': inKindValue,
  result,
};

/** The figure of an indicator; null where it has none. */
export const readIndicator = (
  manager: EntityManager,
  scope: IndicatorScope,
  code: IndicatorCode,
  parameters: IndicatorParameters = {},
): Promise<number | null> => QUERIES[code].read(manager, scope, parameters);
