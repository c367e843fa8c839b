// The rules of the server's groups and folders, enforced. `npm run check` runs it. Tests are left out: they may import the
// whole service, and a circle of folders through tests does not count.
const { options } = require('../../.dependency-cruiser.cjs');
const { SERVER, houseRules } = require('./groups.cjs');

module.exports = {
  forbidden: houseRules,
  options: { ...options, includeOnly: `^${SERVER}/`, exclude: { path: '\\.spec\\.ts$' } },
};
