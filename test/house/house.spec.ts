import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = join(__dirname, '../..');
const SERVER = 'apps/server/src';

/** Name of a rule, and files of the server that break it. */
const planted: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
  ...(
    [
      ['pages', 'app'],
      ['activity', 'pages'],
      ['production', 'activity'],
      ['money', 'production'],
      ['stock', 'money'],
      ['stock', 'people'],
      ['people', 'stock'],
      ['network', 'people'],
      ['platform', 'network'],
    ] as const
  ).map(
    ([low, high]) =>
      [
        `server-${low}-imports-only-below`,
        {
          [`${low}/low-${high}/low.ts`]: `import '../../${high}/high-${low}/high';\n`,
          [`${high}/high-${low}/high.ts`]: 'export {};\n',
        },
      ] as const,
  ),
  [
    'server-files-are-in-a-group',
    { 'app/one/user.ts': "import '../../stray';\n", 'stray.ts': 'export {};\n' },
  ],
  [
    'server-rooms-have-one-direction',
    {
      'money/papers/a.ts': "import '../prices/b';\n",
      'money/prices/b.ts': 'export {};\n',
      'money/prices/c.ts': "import '../papers/d';\n",
      'money/papers/d.ts': 'export {};\n',
    },
  ],
];

describe('the folders of the server', () => {
  let tree: string;
  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'pandafab-house-'));
    for (const file of ['.dependency-cruiser.cjs', 'scripts/house', 'tsconfig.json'])
      cpSync(join(root, file), join(tree, file), { recursive: true });
  });
  afterEach(() => rmSync(tree, { recursive: true, force: true }));

  const build = (files: Readonly<Record<string, string>>) => {
    for (const [name, text] of Object.entries(files)) {
      const file = join(tree, SERVER, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
  };
  const run = (program: string, args: readonly string[]): Promise<{ code: number; output: string }> =>
    new Promise((resolve) => {
      execFile(process.execPath, [program, ...args], { cwd: tree }, (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code) : 0, output: stdout + stderr }),
      );
    });
  const cruise = () =>
    run(join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs'), [
      ...['--config', 'scripts/house/dependency-cruiser.cjs', 'apps'],
    ]);
  const checkHouse = () => run(join(root, 'scripts/house/check.mjs'), [join(tree, SERVER)]);

  it('broken rules of dependency-cruiser are found, each by its name', async () => {
    build(Object.assign({}, ...planted.map(([, files]) => files)));
    const { output } = await cruise();
    for (const [rule, files] of planted) {
      const [low] = Object.keys(files);
      expect(output).toMatch(new RegExp(`error ${rule}: .*${low?.replace(/\/[^/]*$/, '')}`));
    }
  });

  it('a folder may be imported downwards, and in one direction inside a group', async () => {
    build({
      'production/jobs/a.ts': "import '../../money/papers/b';\nimport '../files/c';\n",
      'production/files/c.ts': 'export {};\n',
      'money/papers/b.ts': "import './deep/e';\nimport '../../platform/kit/d';\n",
      'money/papers/deep/e.ts': "import '../f';\n",
      'money/papers/f.ts': 'export {};\n',
      'platform/kit/d.ts': 'export {};\n',
    });
    const { output } = await cruise();
    expect(output).toContain('no dependency violations');
  });

  it('an entity is written by its own folder only, by every way of writing', async () => {
    const ways = {
      manager: 'unit.manager.update(Bill, {}, {})',
      repository: 'manager.getRepository(Bill).insert({})',
      name: '{ const bills = unit.manager.getRepository(Bill); return bills.delete({}); }',
      insert: 'manager.createQueryBuilder().insert().into(Bill).values({})',
      delete: 'manager.createQueryBuilder().delete().from(Bill)',
    };
    build({ 'money/papers/bill.entity.ts': 'export class Bill {}\n' });
    for (const [name, statement] of Object.entries(ways)) {
      const file = `import { Bill } from '../papers/bill.entity';\nexport const write = () => ${statement};\n`;
      build({ [`money/prices/${name}.ts`]: file });
    }
    const { code, output } = await checkHouse();
    for (const name of Object.keys(ways))
      expect(output).toContain(`money/prices/${name}.ts:2 writes Bill of money/papers`);
    expect(code).toBe(1);
  });

  it('an entity may be read by all groups above it, and written in its own folder', async () => {
    const read = `import { Bill } from '../papers/bill.entity';\nexport const read = (m) => m.findBy(Bill, {}), build = (m) => m.createQueryBuilder().from(Bill);\n`;
    const write = `import { Bill } from './bill.entity';\nexport const write = (m) => m.update(Bill, {}, {});\n`;
    build({ 'money/prices/b.ts': read, 'money/papers/a.ts': write });
    expect(await checkHouse()).toEqual({ code: 0, output: '' });
  });

  it('only modules of platform are global', async () => {
    const global = "import { Global } from '@nestjs/common';\n@Global()\nexport class M {}\n";
    build({ 'platform/kit/kit.module.ts': global });
    expect((await checkHouse()).code).toBe(0);
    build({ 'money/money.module.ts': global });
    const { code, output } = await checkHouse();
    expect(output).toContain('money/money.module.ts is @Global()');
    expect(code).toBe(1);
  });
});
