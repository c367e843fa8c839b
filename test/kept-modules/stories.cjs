// A story of the browser ends at its first failed step: the others would wait for minutes, for what cannot come.

/**
 * What is used of Jest's tree of tests.
 * @typedef {{ type: 'test', mode?: string | null, errors: unknown[], parent: Block }} Test
 * @typedef {{ type: 'describeBlock', children: (Block | Test)[], hooks: object[] }} Block
 */

/**
 * Whether the tests of a block are, in this file, the steps of a story: each begins where the one before has ended.
 * @param {string} path
 */
const isStory = (path) => /\/e2e\/web\/stories-of-[^/]+\.spec\.ts$/.test(path);

/**
 * Whether another step of the same block has failed. False for a step with an error of its own: Jest has given it the
 * error of a failed `beforeAll`, and would forget that error if the step were skipped.
 * @param {Test} step
 */
const cannotSucceed = (step) =>
  step.errors.length === 0 &&
  step.parent.children.some((other) => other.type === 'test' && other.errors.length > 0);

module.exports = { cannotSucceed, isStory };
