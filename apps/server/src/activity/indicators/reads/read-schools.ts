import type { EntityManager } from 'typeorm';
import { type IndicatorScope, once } from '../scope';
import { type CountedPartner, readPartners } from './read-partners';
import { readProjects } from './read-projects';
import { readSessions } from './read-sessions';

/** A school with what the labs did for it in the period. */
export interface CountedSchool extends CountedPartner {
  sessions: number;
  pupils: number;
  projects: number;
}

/** The schools that had a session or a project in the period, by their names. */
export const readSchools = (manager: EntityManager, scope: IndicatorScope): Promise<CountedSchool[]> =>
  once(scope, 'schools', async () => {
    const partners = await readPartners(manager, scope);
    const found = new Map<string, CountedSchool>();
    const schoolOf = (organisationId: string | null): CountedSchool | undefined => {
      const partner = organisationId === null ? undefined : partners.get(organisationId);
      if (partner?.kind !== 'school') return undefined;
      const school = found.get(partner.id) ?? { ...partner, sessions: 0, pupils: 0, projects: 0 };
      found.set(partner.id, school);
      return school;
    };
    for (const { organisationId, people } of await readSessions(manager, scope)) {
      const school = schoolOf(organisationId);
      if (!school) continue;
      school.sessions += 1;
      school.pupils += people;
    }
    for (const { organisationId } of await readProjects(manager, scope)) {
      const school = schoolOf(organisationId);
      if (school) school.projects += 1;
    }
    return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr') || (a.id < b.id ? -1 : 1));
  });
