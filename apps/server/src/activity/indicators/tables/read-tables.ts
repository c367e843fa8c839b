import type { EntityManager } from 'typeorm';
import { readProjects } from '../reads/read-projects';
import { readSchools } from '../reads/read-schools';
import type { IndicatorScope } from '../scope';
import { moneyTables } from './money-tables';
import { readPublics } from './publics-table';
import type { ReportTables } from './rows';
import { sessionTables } from './session-tables';
import { visitTables } from './visit-tables';

/** All tables of a report. One question after the other: a transaction has one connection. */
export async function readTables(manager: EntityManager, scope: IndicatorScope): Promise<ReportTables> {
  const visits = await visitTables(manager, scope);
  const sessions = await sessionTables(manager, scope);
  const schools = await readSchools(manager, scope);
  const projects = await readProjects(manager, scope);
  const money = await moneyTables(manager, scope);
  return {
    ...visits,
    ...sessions,
    schools: schools.map(({ id, name, isPriority, neighbourhood, pupils, ...counts }) => ({
      ...{ key: id, label: name, isPriority, neighbourhood, people: pupils },
      ...{ sessions: counts.sessions, projects: counts.projects },
    })),
    projects: projects.map(({ id, title, organisation, state, startsOn, endedOn, outcome }) => ({
      ...{ key: id, label: title, organisation, state, startsOn, endedOn, outcome },
    })),
    ...money,
    publics: await readPublics(manager, scope),
  };
}
