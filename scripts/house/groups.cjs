// The groups of folders in apps/server/src, the highest first: a group may import only groups below it. Groups on one //
// line are on one level and do not import each other. docs/architecture.md says what each group contains.
const levels = [
  ['app'],
  ['pages'],
  ['activity'],
  ['production'],
  ['money'],
  ['stock', 'people'],
  ['network'],
  ['platform'],
];
const SERVER = 'apps/server/src';

/** @param {string} group @returns {string[]} the groups that it must not import */
const notBelow = (group) => {
  const at = levels.findIndex((level) => level.includes(group));
  return levels
    .slice(0, at + 1)
    .flat()
    .filter((other) => other !== group);
};

/** Rules of dependency-cruiser: one for each group, and one for the folders inside them. */
const houseRules = [
  ...levels
    .flat()
    .filter((group) => notBelow(group).length > 0)
    .map((group) => ({
      name: `server-${group}-imports-only-below`,
      comment: `The server's group "${group}" may not import: ${notBelow(group).join(', ')}`,
      severity: 'error',
      from: { path: `^${SERVER}/${group}/`, pathNot: '\\.spec\\.ts$' },
      to: { path: `^${SERVER}/(${notBelow(group).join('|')})/` },
    })),
  {
    name: 'server-files-are-in-a-group',
    comment: `Each file of the server must be in one of the groups: ${levels.flat().join(', ')}`,
    severity: 'error',
    from: {},
    to: { path: `^${SERVER}/`, pathNot: `^${SERVER}/(${levels.flat().join('|')})/` },
  },
  {
    name: 'server-rooms-have-one-direction',
    comment:
      'Two folders of one group of the server must not import each other, directly or through other folders',
    severity: 'error',
    scope: 'folder',
    from: { path: `^${SERVER}/[^/]+/[^/]+$` },
    to: { circular: true },
  },
];

module.exports = { levels, SERVER, houseRules };
