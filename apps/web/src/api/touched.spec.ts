import { isTouched } from './touched';

const job = ['/api/v1/jobs/{id}', { path: { id: 'one' } }];
const jobs = ['/api/v1/jobs', { query: { labId: 'lab', limit: 25 } }, 'parts'];
const spools = ['/api/v1/labs/{id}/spools', { path: { id: 'lab' } }];

describe('the answers that a change makes stale', () => {
  it('are those at its address, with any parameters, and those below it', () => {
    expect([job, jobs, spools].map((key) => isTouched(key, '/api/v1/jobs'))).toEqual([true, true, false]);
    expect(isTouched(['/api/v1/labs', undefined], '/api/v1/labs')).toBe(true);
    expect(isTouched(spools, '/api/v1/labs')).toBe(true);
  });

  it('are none at an address that only has the same beginning', () => {
    expect(isTouched(['/api/v1/machine-kinds', undefined], '/api/v1/machines/{id}')).toBe(false);
    expect(isTouched(['/api/v1/members', undefined], '/api/v1/me')).toBe(false);
  });

  it('are those of one thing only, when the path’s parameters name it', () => {
    expect(isTouched(spools, ['/api/v1/labs/{id}/spools', { id: 'lab' }])).toBe(true);
    expect(isTouched(spools, ['/api/v1/labs/{id}/spools', { id: 'other' }])).toBe(false);
    const console = ['/api/v1/machines/{id}/console', { path: { id: 'one' } }];
    expect(isTouched(console, ['/api/v1/machines/{id}', { id: 'one' }])).toBe(true);
    expect(isTouched(console, ['/api/v1/machines/{id}', { id: 'two' }])).toBe(false);
  });
});
