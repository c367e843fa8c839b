// What `npm run release` does: commit-and-tag-version reads this.

/** Every place in a file that holds the version, by a pattern with the version as its group. */
const at = (pattern) => ({
  readVersion: (text) => pattern.exec(text)?.[1],
  writeVersion: (text, version) =>
    text.replaceAll(new RegExp(pattern, 'g'), (found, old) => found.replace(old, version)),
});

module.exports = {
  infile: 'RELEASES.md',
  header: '# Releases\n\nWhat each release brought, made from its commits by `npm run release`.\n',
  bumpFiles: [
    { filename: 'package.json', type: 'json' },
    { filename: 'apps/cli/package.json', type: 'json' },
    {
      filename: 'package-lock.json',
      updater: at(/"name": "pandafab(?:-root)?",\n\s+"version": "([^"]+)"/),
    },
    { filename: 'apps/cli/src/main.ts', updater: at(/\.version\('([^']+)'\)/) },
    { filename: 'apps/agent/src/main.ts', updater: at(/VERSION = '([^']+)'/) },
  ],
  types: [
    { type: 'feat', section: 'New' },
    { type: 'fix', section: 'Mended' },
    { type: 'perf', section: 'Faster' },
  ],
  releaseCommitMessageFormat: 'chore: release {{currentTag}}',
};
