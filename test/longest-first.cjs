// In which order Jest starts the files. On a fresh clone Jest knows no durations and goes by the files' sizes: a long file
// that starts last then runs alone, while the other workers are idle.
const Sequencer = require('@jest/test-sequencer').default;

/**
 * The files that take more than half a minute each, about the longest first (`npm test` prints the slowest ones). One that
 * mostly waits (the demonstration, agents, links) stands beside others that compute, so that no processor is idle.
 */
const LONGEST = [
  'test/e2e/demo.spec.ts',
  'test/e2e/web/stories-of-staff.spec.ts',
  'test/e2e/web/pages.spec.ts',
  'test/medium/production.spec.ts',
  'test/medium/rights.spec.ts',
  'test/e2e/chaos.spec.ts',
  'test/e2e/web/stories-of-makers.spec.ts',
  'test/medium/documents.spec.ts',
  'test/e2e/web/stories-of-money.spec.ts',
  'test/e2e/web/stories-of-open-doors.spec.ts',
  'test/medium/payments.spec.ts',
  'test/medium/agents.spec.ts',
  'test/medium/machines.spec.ts',
  'test/medium/http.spec.ts',
  'test/medium/members.spec.ts',
  'test/medium/chain.spec.ts',
  'test/medium/links.spec.ts',
  'test/medium/recovery.spec.ts',
  'test/medium/failures.spec.ts',
  'test/medium/service.spec.ts',
  'test/medium/outages.spec.ts',
  'test/medium/account-mails.spec.ts',
  'test/medium/activity/sessions.spec.ts',
  'test/medium/slicer-doors.spec.ts',
  'test/activity/recount.spec.ts',
  'test/medium/member-accounts.spec.ts',
  'test/books/books.spec.ts',
  'test/medium/files.spec.ts',
  'test/medium/accounts.spec.ts',
  'test/medium/people.spec.ts',
  'test/medium/orders.spec.ts',
  'test/medium/migrations.spec.ts',
  'test/e2e/dev.spec.ts',
];
const KINDS = ['e2e', 'medium', 'contract', 'device', 'unit', 'own-modules'];

/** @param {{ path: string, context: { config: { displayName?: { name: string } } } }} test */
function rank({ path, context }) {
  const place = LONGEST.findIndex((file) => path.endsWith(`/${file}`));
  if (place >= 0) return place;
  return LONGEST.length + KINDS.indexOf(context.config.displayName?.name ?? 'unit');
}

module.exports = class LongestFirst extends Sequencer {
  /**
   * @override
   * @param {Parameters<InstanceType<typeof Sequencer>['sort']>[0]} tests
   */
  async sort(tests) {
    const usual = await super.sort(tests);
    return [...usual].sort((a, b) => rank(a) - rank(b));
  }
};
