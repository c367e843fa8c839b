import { RUN_OUTCOMES } from '@pandafab/domain';
import { AuditDictionary } from '../platform/audit/audit-words';
import { features } from './features';

const words = features.flatMap(({ auditWords = [] }) => auditWords);
const dictionary = new AuditDictionary(words);

describe('the words of the audit trail', () => {
  it('exist for every step of jobs and runs that people and agents take', () => {
    const ends = RUN_OUTCOMES.map((outcome) => `ended-${outcome}`);
    const runs = ['accepted', 'started', 'paused', 'resumed', 'reported-late', ...ends].map(
      (event) => `run.${event}`,
    );
    const requests = ['pause', 'resume', 'cancel'].map((request) => `run.${request}-requested`);
    const decisions = [
      'approval-asked',
      'approved',
      'refused',
      'held',
      'released',
      'moved',
      'pinned',
      'put-next',
    ];
    const changes = ['due', 'presence', 'tags', 'priority'].map((part) => `${part}-changed`);
    const wishes = ['colour-chosen', 'material-chosen', 'maker-here', ...changes];
    const steps = ['submitted', 'returned', 'cancelled', 'redone', ...decisions, ...wishes];
    const jobs = [...steps, ...ends].map((event) => `job.${event}`);
    const known = dictionary.actions;
    expect([...runs, ...requests, ...jobs].filter((action) => !known.includes(action))).toEqual([]);
  });

  it('differ between the languages, and between actions', () => {
    for (const language of ['en', 'fr'] as const) {
      const said = dictionary.actions.map((action) => dictionary.wordsOf(action, language));
      expect(new Set(said).size).toBe(said.length);
    }
    expect(dictionary.wordsOf('machine.stopped', 'fr')).toBe('Arrêt d’urgence');
  });

  it('find actions in either language; an action of another version is shown as it is', () => {
    expect(dictionary.actionsCalled('spool changed')).toEqual(['machine.spool-loaded']);
    expect(dictionary.actionsCalled('BOBINE CHANGÉE')).toEqual(['machine.spool-loaded']);
    expect(dictionary.wordsOf('comet.seen', 'en')).toBe('comet.seen');
  });

  it('are refused when two folders have words for one action', () => {
    expect(() => new AuditDictionary([...words, ...words.slice(0, 1)])).toThrow(
      'registered twice: words of the audited action',
    );
  });
});
