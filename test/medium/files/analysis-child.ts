import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pollUntil, type TemporaryDirectory, temporaryDirectory } from '@pandafab/testing';
import {
  Analyser,
  type AnalyserOptions,
  type AnalysisOptions,
} from '../../../apps/server/src/production/analysis/analyser-process';

const CUBE = 'test/fixtures/gcode/cube20.gcode';
const READY = "process.send('ready');";

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** In a process of its own. */
async function analyseInChild(path: string, options: AnalysisOptions & AnalyserOptions = {}) {
  const analyser = new Analyser(options);
  try {
    return await analyser.analyse(path, options);
  } finally {
    analyser.close();
  }
}

describe('the analysis child', () => {
  let scratch: TemporaryDirectory;
  beforeAll(async () => {
    scratch = await temporaryDirectory();
  });
  afterAll(() => scratch.remove());

  /** A child that does `code` once it is given a file. */
  async function childThat(code: string): Promise<string> {
    const entry = join(scratch.path, `${code.length}.js`);
    await writeFile(entry, `process.once('message', () => { ${code} }); ${READY}`);
    return entry;
  }

  it('reads a valid file', async () => {
    const answer = await analyseInChild(CUBE);
    expect(answer).toMatchObject({ ok: true, analysis: { filamentMm: [expect.closeTo(1657.78, 0)] } });
  });

  it('draws a file that has no picture, and no other', async () => {
    const [drawn, pictured] = [
      await analyseInChild(CUBE),
      await analyseInChild('test/fixtures/gcode/slicers/prusaslicer.gcode'),
    ];
    const PNG = Buffer.from('89504e470d0a1a0a', 'hex').toString('base64').slice(0, 10);
    expect(drawn).toMatchObject({
      ok: true,
      thumbnails: [
        { width: 440, height: 328, format: 'png', source: 'drawn', base64: expect.stringMatching(`^${PNG}`) },
        { width: 110, height: 82, format: 'png', source: 'drawn' },
      ],
    });
    expect(pictured).toMatchObject({ ok: true, thumbnails: [{ source: 'slicer' }, { source: 'slicer' }] });
  });

  it('is killed at its deadline, and the file refused', async () => {
    const entry = await childThat('for (;;);');
    expect(await analyseInChild(CUBE, { entry, deadlineMs: 300 })).toEqual({
      ok: false,
      refusal: { code: 'FILE.ANALYSIS_TOO_SLOW', details: { seconds: 0.3 } },
    });
  });

  it('is killed when its buffers take more than a file needs', async () => {
    const entry = await childThat(
      'const all = []; setInterval(() => all.push(Buffer.alloc(20 << 20, 1)), 5);',
    );
    expect(await analyseInChild(CUBE, { entry, memoryMb: 200 })).toEqual({
      ok: false,
      refusal: { code: 'FILE.ANALYSIS_TOO_LARGE', details: { mb: 200 } },
    });
  });

  it.each([
    ['runs out of memory', 'const all = []; for (;;) all.push(new Array(10000).fill(all));', 'SIGABRT'],
    ['throws', "throw new Error('a bug');", '1'],
    ['is killed from outside', "process.kill(process.pid, 'SIGKILL');", 'SIGKILL'],
    ['ends without an answer', 'process.disconnect();', '0'],
  ])('that %s has its file refused', async (_what, code, exit) => {
    const entry = await childThat(code);
    expect(await analyseInChild(CUBE, { entry, heapMb: 16 })).toEqual({
      ok: false,
      refusal: { code: 'FILE.ANALYSIS_CRASHED', details: { exit } },
    });
  });

  it('that cannot even start says nothing about the file', async () => {
    const nowhere = join(scratch.path, 'nowhere.js');
    await expect(analyseInChild(CUBE, { entry: nowhere })).rejects.toThrow('did not start (1)');
  });

  it('ends when the server stops, and says nothing about the file', async () => {
    const server = new AbortController();
    const entry = await childThat('for (;;) ;');
    const analysis = analyseInChild(CUBE, { entry, stop: server.signal });
    setImmediate(() => server.abort());
    await expect(analysis).rejects.toThrow('the server is stopping');
    await expect(analyseInChild(CUBE, { stop: server.signal })).rejects.toThrow('the server is stopping');
  });

  describe('that has answered', () => {
    /** Says its number as the refusal of each file, and ends at a later file of that name. */
    const counted = (code = '') =>
      childThat(`${code} process.send({ ok: false, refusal: { code: String(process.pid), details: {} } });
        process.on('message', ({ path }) => {
          if (path.endsWith('fatal')) process.exit();
          process.send({ ok: false, refusal: { code: String(process.pid), details: {} } });
        });`);
    const readBy = async (analyser: Analyser, path = CUBE) => {
      const answer = await analyser.analyse(path);
      return answer.ok ? NaN : Number(answer.refusal.code);
    };

    it('reads the next file, with the same figures as a new one', async () => {
      const analyser = new Analyser();
      const other = 'test/fixtures/gcode/slicers/prusaslicer.gcode';
      const answers = [];
      for (const path of [CUBE, other, CUBE]) answers.push(await analyser.analyse(path));
      analyser.close();
      expect(answers).toEqual([
        await analyseInChild(CUBE),
        await analyseInChild(other),
        await analyseInChild(CUBE),
      ]);
    });

    it('is the same process for the next file, until the analyser is closed', async () => {
      const analyser = new Analyser({ entry: await counted() });
      const first = await readBy(analyser);
      expect(await readBy(analyser)).toBe(first);
      analyser.close();
      await pollUntil('the process to end', () => !isAlive(first));
    });

    it('and is killed since, or ends at the next file, leaves that file to a new one', async () => {
      const analyser = new Analyser({ entry: await counted() });
      const first = await readBy(analyser);
      process.kill(first, 'SIGKILL');
      const second = await readBy(analyser);
      expect(second).not.toBe(first);
      const fatal = join(scratch.path, 'fatal');
      await writeFile(fatal, 'G28\n');
      const third = await readBy(analyser, fatal);
      expect([first, second]).not.toContain(third);
      analyser.close();
    });
  });
});
