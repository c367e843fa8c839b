import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '@pandafab/testing';
import type { SerialPort } from 'serialport';
import type { CloseReason, Link } from '../transport';
import { type SerialOptions, serialTransport } from './serial';

/** The system's side of a serial device: records how it is opened and the state of its modem lines. */
class FakeBinding {
  readonly opened: { hupcl?: boolean; lock?: boolean; baudRate?: number }[] = [];
  readonly lines: { dtr?: boolean; at: number }[] = [];
  closed = 0;
  onOpen: () => void = () => undefined;
  private unblock: (() => void) | null = null;

  constructor(
    private readonly clock: FakeClock,
    private readonly hasModemLines = true,
  ) {}

  async list() {
    return [];
  }

  async open(options: { hupcl?: boolean; lock?: boolean; baudRate?: number }) {
    this.opened.push(options);
    this.onOpen();
    return {
      isOpen: true,
      openOptions: options,
      read: () =>
        new Promise((_resolve, reject) => {
          this.unblock = () => reject(Object.assign(new Error('closed'), { canceled: true }));
        }),
      write: async () => undefined,
      drain: async () => undefined,
      set: async ({ dtr }: { dtr: boolean }) => this.set(dtr),
      close: async () => {
        this.closed++;
        this.unblock?.();
      },
    };
  }

  private set(dtr: boolean): void {
    if (!this.hasModemLines) throw new Error('Error: Inappropriate ioctl for device, cannot set');
    this.lines.push({ dtr, at: this.clock.monotonic() });
  }
}

describe('a serial device', () => {
  const directory = mkdtempSync(join(tmpdir(), 'serial-'));
  const path = join(directory, 'ttyUSB0');
  const clock = new FakeClock();
  const noted: string[] = [];
  const log = { info: (event: string) => void noted.push(event), warn: () => undefined };
  let ends: CloseReason[] = [];
  let link: Link;

  async function open(dtr: SerialOptions['dtr'], fake = new FakeBinding(clock)): Promise<FakeBinding> {
    const binding = fake as unknown as typeof SerialPort.binding;
    const options = { path, baudRate: 250_000, dtr, clock, log, binding };
    link = await serialTransport(options).open(
      () => undefined,
      (why) => void ends.push(why),
    );
    return fake;
  }

  beforeEach(() => {
    writeFileSync(path, '');
    ends = [];
    noted.length = 0;
  });
  afterEach(() => link.close());
  afterAll(() => rmSync(directory, { recursive: true }));

  it.each([
    ['leave', [], true],
    ['assert', [true], true],
    ['clear', [false], false],
  ] as const)(
    'opened with the policy %s sets DTR %j, and releases it when closed: %j',
    async (dtr, set, hupcl) => {
      const fake = await open(dtr);
      expect(fake.lines.map((line) => line.dtr)).toEqual(set);
      expect(fake.opened).toMatchObject([{ hupcl, lock: true, baudRate: 250_000 }]);
    },
  );

  it('is reset by a pulse on DTR, long enough for every board', async () => {
    const fake = await open('leave');
    const start = clock.monotonic();
    const reset = link.reset?.();
    await clock.advanceAsync(1_000);
    await reset;
    expect(fake.lines.map(({ dtr, at }) => [dtr, at - start])).toEqual([
      [false, 0],
      [true, 100],
    ]);
  });

  it('without modem lines is used anyway, and this is logged', async () => {
    await open('assert', new FakeBinding(clock, false));
    const reset = link.reset?.();
    await clock.advanceAsync(1_000);
    await reset;
    expect(noted).toEqual(Array(3).fill('machine.modem-lines-unsupported'));
    expect(ends).toEqual([]);
  });

  it('whose path disappears is unplugged within a second, although its line stays open', async () => {
    const fake = await open('leave');
    await clock.advanceAsync(5_000);
    expect(ends).toEqual([]);
    rmSync(path);
    await clock.advanceAsync(1_000);
    expect(ends).toEqual([{ kind: 'unplugged', detail: `${path} has disappeared` }]);
    expect(fake.closed).toBe(1);
    expect(clock.pending).toBe(0);
  });

  it('that disappears while it is opened is absent, and its port is closed', async () => {
    const fake = new FakeBinding(clock);
    fake.onOpen = () => rmSync(path);
    await expect(open('leave', fake)).rejects.toMatchObject({ code: 'MACHINE.PORT_ABSENT' });
    expect(fake.closed).toBe(1);
    expect(clock.pending).toBe(0);
  });
});
