import { parisToday } from './city-days.mjs';
import { plannedReports } from './reports-plan.mjs';
import { runProgram } from './run-program.mjs';

/**
 * The reports of a city's past, each presented some weeks after its period; and drafts of what is not over. By a
 * program of its own, since the API presents only today.
 * @param {import('../lib/api-client.mjs').ApiClient} api signed in as administrator
 * @param {object} network
 * @param {string} network.directory
 * @param {{ email: string }} network.admin the first administrator's account
 * @param {Record<string, import('./seed-people.mjs').Person>} network.people
 * @param {import('../lib/node-programs.mjs').NodeProgram} network.program how the program is run
 * @returns {Promise<{ presented: number, drafts: number }>}
 */
export async function seedReports(api, { directory, admin, people, program }) {
  const { items } = await api.get('/api/v1/conventions');
  const convention = await api.get(`/api/v1/conventions/${items[0].id}`);
  const { items: labs } = await api.get('/api/v1/labs');
  const plan = {
    reports: plannedReports(
      convention,
      labs.map(({ id }) => id),
      parisToday(Date.now()),
    ),
    ...{ conventionId: convention.id, adminEmail: admin.email, billingEmail: people.ines.email },
  };
  return runProgram('city-reports.mjs', plan, { directory, program });
}
