// The import table of docs/architecture.md, enforced. `npm run check` runs it; what is inside the server is in
// scripts/house/dependency-cruiser.cjs.
const libs = [
  'shared',
  'gcode',
  'firmware',
  'machine-host',
  'machine-sim',
  'domain',
  'lab-link',
  'platform',
  'testing',
];
const SAME_EVERYWHERE = '^libs/shared/src/(typography|folded|company-number|bank-number)\\.ts$';
const SPEC = '(\\.spec\\.ts$|^test/)';
const libPath = (names) => `^libs/(${names.join('|')})/`;
const except = (allowed) => libs.filter((lib) => !allowed.includes(lib));

/** `from` may use only the named libs of ours (tests aside). */
const mayImport = (name, from, allowed) => ({
  name: `${name}-imports`,
  comment: `${name} may import only: ${allowed.join(', ') || 'nothing of ours'}`,
  severity: 'error',
  from: { path: from, pathNot: SPEC },
  to: { path: libPath(except(allowed)) },
});
const lib = (name, allowed) => mayImport(name, `^libs/${name}/`, [name, ...allowed]);
const onlyIn = (name, packages, from) => ({
  name: `${name}-only-where-it-belongs`,
  severity: 'error',
  from: { path: '^(apps|libs)/', pathNot: [SPEC, ...from] },
  to: { path: `node_modules/(${packages})(/|$)` },
});

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'one-door-per-lib',
      comment: 'Reach a lib through its index.ts only',
      severity: 'error',
      // What the web may reach is a rule of its own.
      from: { path: '^(apps|libs|test)/([^/]+)/', pathNot: '^apps/web/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$2/' },
    },
    {
      name: 'apps-never-import-apps',
      severity: 'error',
      from: { path: '^apps/([^/]+)/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'libs-never-import-apps',
      severity: 'error',
      from: { path: '^libs/', pathNot: '^libs/testing/' },
      to: { path: '^apps/' },
    },
    lib('shared', []),
    lib('gcode', ['shared']),
    lib('firmware', ['shared']),
    lib('domain', ['shared']),
    lib('lab-link', ['shared', 'domain', 'firmware']),
    lib('machine-host', ['shared', 'gcode', 'firmware']),
    lib('machine-sim', ['shared', 'firmware']),
    lib('platform', ['shared', 'lab-link']),
    mayImport('server', '^apps/server/', except(['machine-host', 'machine-sim', 'testing'])),
    mayImport('agent', '^apps/agent/', except(['testing'])),
    {
      name: 'web-imports',
      comment:
        'web may import nothing of ours but what is to be the same everywhere: French spaces, comparing without accents, checking official numbers',
      severity: 'error',
      from: { path: '^apps/web/', pathNot: SPEC },
      to: { path: libPath(libs), pathNot: SAME_EVERYWHERE },
    },
    onlyIn('react', 'react|react-dom|@mantine|react-router|@tanstack|i18next|react-i18next|uplot', [
      '^apps/web/',
    ]),
    mayImport('cli', '^apps/cli/', except(['platform', 'testing'])),
    onlyIn('nest', '@nestjs', ['^apps/server/', '^libs/testing/']),
    onlyIn('data', 'typeorm|bullmq', ['^apps/server/', '^libs/testing/']),
    onlyIn('redis', 'ioredis', ['^apps/server/', '^apps/cli/', '^libs/testing/']),
    onlyIn('serialport', 'serialport|@serialport', [
      '^libs/machine-host/src/transports/',
      '^apps/cli/',
      '^libs/testing/',
    ]),
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
