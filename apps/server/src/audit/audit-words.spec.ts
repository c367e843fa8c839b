import { RUN_OUTCOMES } from '@pandafab/domain';
import { AUDIT_ACTIONS, actionsCalled, auditWords } from './audit-words';

describe('the words of the audit trail', () => {
  it('are there for every step of jobs and runs that people and agents make', () => {
    const ends = RUN_OUTCOMES.map((outcome) => `ended-${outcome}`);
    const runs = ['accepted', 'started', 'paused', 'resumed', 'reported-late', ...ends].map(
      (event) => `run.${event}`,
    );
    const wishes = ['pause', 'resume', 'cancel'].map((wish) => `run.${wish}-wished`);
    const jobs = ['submitted', 'returned', 'cancelled', 'redone', 'material-chosen', ...ends].map(
      (event) => `job.${event}`,
    );
    const known: readonly string[] = AUDIT_ACTIONS;
    expect([...runs, ...wishes, ...jobs].filter((action) => !known.includes(action))).toEqual([]);
  });

  it('differ between the languages, and between actions', () => {
    for (const language of ['en', 'fr'] as const) {
      const said = AUDIT_ACTIONS.map((action) => auditWords(action, language));
      expect(new Set(said).size).toBe(said.length);
    }
    expect(auditWords('machine.stopped', 'fr')).toBe('Arrêt d’urgence');
  });

  it('find actions in either language; what another version wrote is shown as it is', () => {
    expect(actionsCalled('spool changed')).toEqual(['machine.spool-loaded']);
    expect(actionsCalled('BOBINE CHANGÉE')).toEqual(['machine.spool-loaded']);
    expect(auditWords('comet.seen', 'en')).toBe('comet.seen');
  });
});
