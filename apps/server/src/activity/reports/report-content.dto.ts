import { PROJECT_STATES } from '@pandafab/domain';
import type { ConventionId, LabId } from '@pandafab/shared';
import { z } from 'zod';
import { id } from '../../platform/http/fields';
import { indicatorCode, indicatorUnit } from '../conventions/conventions.dto';

const people = z.number().int();
const cents = z.number().int();
const value = z.number().nullable().describe('Null: there is no figure here');

const figure = z
  .object({
    id: id().nullable().describe('Of the indicator in the agreement; null: of the list of all indicators'),
    indicator: indicatorCode,
    version: z.number().int().describe('Of the definition that made the figure'),
    unit: indicatorUnit,
    name: z.string().describe('In French, as the files have it'),
    parameters: z.record(z.string(), z.string()),
    narrowedTo: z.string().nullable().describe('The parameters in French words; null: none'),
    value,
    previous: value.describe('Of the period before'),
    target: value.describe('Of the agreement for this period'),
    comment: z.string().nullable(),
  })
  .meta({ id: 'ReportFigure' });

const objective = z
  .object({
    id: id(),
    title: z.string(),
    quotation: z.string(),
    comment: z.string().nullable(),
    figures: z.array(figure),
  })
  .meta({ id: 'ReportObjective' });

const peopleRow = z.object({ key: z.string(), people }).meta({ id: 'ReportPeopleRow' });
const sessionsRow = z
  .object({
    key: z.string().nullable(),
    label: z.string().nullable().describe('French name of a topic'),
    labelEn: z.string().nullable(),
    sessions: people,
    people,
  })
  .meta({ id: 'ReportSessionsRow' });
const schoolRow = z
  .object({
    key: z.string(),
    label: z.string(),
    isPriority: z.boolean(),
    neighbourhood: z.string().nullable(),
    sessions: people,
    people,
    projects: people,
  })
  .meta({ id: 'ReportSchoolRow' });
const projectRow = z
  .object({
    key: z.string(),
    label: z.string(),
    organisation: z.string().nullable(),
    state: z.enum(PROJECT_STATES).meta({ id: 'ProjectState' }),
    startsOn: z.string(),
    endedOn: z.string().nullable(),
    outcome: z.string().nullable(),
  })
  .meta({ id: 'ReportProjectRow' });
const centsRow = z.object({ key: z.string().nullable(), cents }).meta({ id: 'ReportCentsRow' });
const prestationRow = centsRow
  .extend({
    reference: z.string().nullable().describe('Null: all orders of private persons'),
    title: z.string().nullable(),
    client: z.string().nullable(),
  })
  .meta({ id: 'ReportPrestationRow' });
const instalmentRow = z
  .object({
    key: z.string(),
    label: z.string(),
    payer: z.string(),
    dueOn: z.string(),
    receivedOn: z.string().nullable(),
    cents,
  })
  .meta({ id: 'ReportInstalmentRow' });

const group = {
  group: z.enum(['named', 'unknown', 'other']).meta({ id: 'ReportPublicsGroupKind' }),
  name: z.string().nullable(),
};
const publicsGroup = z.object(group).meta({ id: 'ReportPublicsGroup' });
const publicsCount = z.object({ ...group, people }).meta({ id: 'ReportPublicsCount' });
const publics = z
  .object({
    people,
    byAge: z.array(publicsCount),
    byGender: z.array(publicsCount),
    byNeighbourhood: z.array(publicsCount),
    byNeighbourhoodAndAge: z.array(
      z.object({ neighbourhood: publicsGroup, age: publicsGroup, people }).meta({ id: 'ReportPublicsCell' }),
    ),
  })
  .meta({ id: 'ReportPublics' });

const tables = z
  .object({
    visitsByMonth: z.array(peopleRow),
    visitsByPublic: z.array(peopleRow),
    visitsByPurpose: z.array(peopleRow),
    sessionsByTopic: z.array(sessionsRow),
    sessionsByKind: z.array(sessionsRow),
    sessionsByAudience: z.array(sessionsRow),
    schools: z.array(schoolRow),
    projects: z.array(projectRow),
    incomeByActivity: z.array(centsRow),
    incomeByPrestation: z.array(prestationRow),
    costsByHeading: z.array(centsRow),
    inKindByHeading: z.array(centsRow),
    instalments: z.array(instalmentRow),
    publics,
  })
  .meta({ id: 'ReportTables' });

/**
 * Everything that a report shows. It is frozen when the report is presented, and files are made from it and from nothing
 * else.
 */
export const reportContent = z
  .object({
    form: z.literal(1).describe('Of this object; a later form has a higher number'),
    convention: z.object({
      id: id<ConventionId>(),
      title: z.string(),
      parties: z.array(z.string()),
      startsOn: z.string(),
      endsOn: z.string(),
    }),
    lab: z.object({ id: id<LabId>(), name: z.string() }).nullable().describe('Null: the whole network'),
    period: z.string(),
    previousPeriod: z.string(),
    from: z.string(),
    until: z.string(),
    asOf: z.iso.datetime().describe('When the figures were computed'),
    intro: z.string().nullable(),
    objectives: z.array(objective),
    overview: z.array(figure).describe('Every indicator, without parameters'),
    tables,
  })
  .meta({ id: 'ReportContent' });

export type ReportContent = z.infer<typeof reportContent>;
export type ReportFigure = z.infer<typeof figure>;
export type ReportObjective = z.infer<typeof objective>;
