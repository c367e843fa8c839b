import { flawsOfTable } from '../transition-table';
import { nextProjectState, projectSteps, projectTable } from './project';

describe('a project', () => {
  it('has a sound table', () => {
    expect(flawsOfTable(projectTable)).toEqual([]);
  });

  it('is planned, runs, and is done or stopped; a stopped one can go on', () => {
    expect(projectSteps('planned')).toEqual(['begin', 'stop']);
    expect(projectSteps('running')).toEqual(['finish', 'stop']);
    expect(nextProjectState('stopped', 'resume')).toBe('running');
    expect(nextProjectState('planned', 'finish')).toBeUndefined();
    expect(projectSteps('done')).toEqual([]);
  });
});
