import type { FirmwareProfile } from '@pandafab/firmware';
import type { CancelTimer } from '@pandafab/shared';
import { type Command, commandText, parseCommand } from './commands/command';
import { readCredulously } from './commands/credulous';
import type { Board } from './commands/handler';
import { execute } from './commands/table';
import { heaterStates } from './commands/thermal-commands';
import { Executor } from './engine/executor';
import type { Wait } from './engine/wait';
import type { FaultPoint } from './faults/fault-plan';
import type { Mishaps } from './faults/mishaps';
import { fill } from './fill';
import type { Hardware } from './hardware';
import type { Outbox } from './outbox';
import { AcceptedCommands } from './record';
import { type EmergencyOrder, EmergencyParser } from './serial/emergency-parser';
import { LineAssembler } from './serial/line-assembler';
import { LineNumbers, type Verdict } from './serial/line-numbers';
import { ReceiveRing } from './serial/receive-ring';

/*
 *   bytes ─► ReceiveRing ─► LineAssembler ─► LineNumbers ─► Executor's queue ─► command table ─► ok
 *     └────► EmergencyParser (M108, M112, M410, M876: past every buffer)
 */

export interface FirmwareHooks {
  /** A fault of the plan is due. */
  onPoint(point: FaultPoint): void;
  onHalt(): void;
  onAccepted(text: string): void;
}

const ANSWERED_WHEN_SHUT_DOWN = new Set(['M105', 'M110', 'M112', 'M115']);
const REPORT = /^\W*[TB]\d*:/;
/** Kept for tests; a garbled line counts as a separate code. */
const MAX_CODES = 1_000;

/** Marlin, between its serial port and its hardware. */
export class Firmware implements Board {
  readonly executor: Executor;
  readonly numbers: LineNumbers;
  readonly accepted = new AcceptedCommands();
  /** Codes of the received commands. */
  readonly codes = new Set<string>();
  response = -1;
  locked = false;
  readonly counts = { executed: 0, resends: 0, duplicates: 0, unknown: 0, overrun: 0 };
  private readonly profile: FirmwareProfile;
  private readonly ring: ReceiveRing;
  private readonly assembler: LineAssembler;
  private readonly emergency: EmergencyParser | null;
  private running = false;
  /** A temperature report was not ended: the next text follows on the same line. */
  private isOpen = false;
  /** Klipper after a shutdown: it answers, but does nothing (gcode.py, `_handle_shutdown`). */
  private shutDown = false;
  private code = '';
  private cancelReport: CancelTimer = () => {};

  constructor(
    readonly hardware: Hardware,
    private readonly mishaps: Mishaps,
    private readonly outbox: Outbox,
    private readonly hooks: FirmwareHooks,
  ) {
    this.profile = hardware.options.profile;
    this.numbers = new LineNumbers({
      checked: this.profile.framing.checksum !== 'none',
      dropsDuplicates: this.profile.simulation.duplicates === 'dropped',
      refusesLoneChecksum: this.profile.simulation.loneChecksum === 'refused',
    });
    this.ring = new ReceiveRing(this.profile.buffer.rxBytes);
    this.assembler = new LineAssembler(this.profile.framing.maxBytes);
    const taken = this.profile.capabilities.EMERGENCY_PARSER;
    this.emergency = taken ? new EmergencyParser((order, response) => this.obey(order, response)) : null;
    this.executor = new Executor(hardware.options.clock, {
      execute: (line) => this.execute(line),
      delay: () => this.lateOk(),
      answer: (line) => this.answer(line),
      say: (text) => this.say(text),
      wake: (work) => this.turn(work),
    });
  }

  /** Starts again, as after power on or a reset. */
  boot(): void {
    this.stop();
    this.hardware.reset();
    this.numbers.last = 0;
    this.executor.keepAliveMs = this.profile.simulation.keepAliveSeconds * 1000;
    this.running = true;
    this.shutDown = false;
    this.locked = false;
    this.turn(() => {
      for (const line of this.profile.identity.banner) this.say(line);
    });
  }

  /** Sends and receives nothing until the next boot; moves and heaters stop. */
  stop(): void {
    this.running = false;
    this.executor.clear();
    this.ring.clear();
    this.assembler.clear();
    this.emergency?.clear();
    this.cancelReport();
    this.hardware.planner.clear();
    this.hardware.heatersOff();
  }

  receive(bytes: Buffer): void {
    if (!this.running) return;
    this.turn(() => {
      this.ring.append(bytes);
      // An interrupted command is answered when the command that interrupts it is already in the queue (`idle` has read it).
      this.readLines();
      this.emergency?.push(bytes);
    });
  }

  say(text: string): void {
    const { replies, simulation } = this.profile;
    if (this.isOpen && !text.startsWith(replies.ok[0] ?? '')) this.outbox.say('');
    this.isOpen = simulation.gluesOk && REPORT.test(text);
    if (this.isOpen) this.outbox.add(text);
    else this.outbox.say(text);
  }

  reportEvery(seconds: number): void {
    this.cancelReport();
    if (seconds <= 0) return;
    const again = () =>
      this.turn(() => {
        this.say(heaterStates(this.hardware));
        this.reportEvery(seconds);
      });
    this.cancelReport = this.hardware.options.clock.setTimer(seconds * 1000, again);
  }

  /** `kill()` of MarlinCore.cpp. */
  kill(lastWords: readonly string[] = this.profile.simulation.killed): void {
    for (const line of lastWords) this.say(line);
    this.stop();
    this.shutDown = this.profile.simulation.shutDown.length > 0;
    this.running = this.shutDown;
    this.hooks.onHalt();
  }

  /** The filament has run out: FILAMENT_RUNOUT_SCRIPT is M600 (runout.cpp). */
  runOut(): void {
    for (const line of this.profile.simulation.runout) this.say(line);
    if (!this.profile.simulation.lacks.includes('M600')) this.executor.inject('M600');
  }

  click(): void {
    this.response = -1;
    this.turn(() => this.executor.interrupt('click'));
  }

  private turn(work: () => void): void {
    work();
    do this.readLines();
    while (this.running && this.executor.step());
    this.counts.overrun += this.ring.overrun();
    this.outbox.flush();
  }

  /** Reads while the queue has room: a firmware in a long command does so too (`idle`). */
  private readLines(): void {
    while (this.executor.queue.length < this.profile.buffer.commands) {
      const byte = this.ring.next();
      if (byte < 0) return;
      const line = this.assembler.push(byte);
      if (line !== null) this.consider(line);
    }
  }

  private consider(line: string): void {
    // Only a firmware that reads line numbers can request a resend.
    const asks = line.startsWith('N') && this.profile.framing.checksum !== 'none';
    const repeats = asks ? this.mishaps.stormRepeats(this.accepted.count) : 0;
    if (repeats > 0) return this.refuse(`checksum mismatch, Last Line: ${this.numbers.last}`, repeats);
    const verdict: Verdict = this.numbers.judge(line);
    if (verdict.kind === 'refused') this.refuse(verdict.error, 1);
    else if (verdict.kind === 'dropped') this.counts.duplicates++;
    else if (verdict.numbered || this.profile.simulation.needsNumber.length === 0)
      this.accept(line, verdict.numbered);
    else for (const words of this.profile.simulation.needsNumber) this.say(words);
  }

  /** queue.cpp, `gcode_line_error` and `flush_and_request_resend`. */
  private refuse(error: string, repeats: number): void {
    const { replies, resend } = this.profile;
    this.ring.flush();
    for (let i = 0; i < repeats; i++) {
      this.counts.resends++;
      this.say(`${replies.error[0]}${error}`);
      this.say(`${replies.resend[0]?.trimEnd()} ${this.numbers.last + 1}`);
      if (resend.okFollows) this.say(`${replies.ok[0]}`);
    }
  }

  private accept(line: string, numbered: boolean): void {
    this.executor.queue.push(line);
    const early = this.earlyOrder(line, numbered);
    if (early) this.obey(early);
    if (!numbered) return;
    const text = commandText(line);
    if (isLineNumberCommand(text)) return;
    this.accepted.add(text);
    this.hooks.onAccepted(text);
    const point = this.mishaps.pointAt(this.accepted.count);
    if (point) this.hooks.onPoint(point);
  }

  /** Without an emergency parser some commands act when they are read (queue.cpp, `get_serial_commands`). */
  private earlyOrder(line: string, numbered: boolean): EmergencyOrder | undefined {
    const { earlyOrders, earlyWhenNumbered } = this.profile.simulation;
    if (this.emergency || (numbered && !earlyWhenNumbered)) return undefined;
    const [code] = /^M\d+/.exec(commandText(line)) ?? [];
    return earlyOrders.find((order) => order === code);
  }

  private obey(order: EmergencyOrder, response = 0): void {
    if (!this.running) return;
    this.response = response;
    if (order === 'M112') return this.kill();
    if (order === 'M410') this.hardware.planner.clear();
    this.executor.interrupt(order);
  }

  private execute(line: string): Wait | undefined {
    const text = commandText(line);
    if (!this.hardware.options.credulous) return this.perform(parseCommand(text));
    let wait: Wait | undefined;
    for (const command of readCredulously(text)) wait = this.perform(command) ?? wait;
    return wait;
  }

  private perform(command: Command): Wait | undefined {
    this.code = command.code;
    if (this.codes.size < MAX_CODES) this.codes.add(command.code);
    if (this.shutDown) return this.refuseAll(command.code);
    const { lacks, locked, unknownCommand } = this.profile.simulation;
    if (this.locked && command.code !== 'M511') {
      this.code = '';
      for (const line of locked) this.say(line);
      return undefined;
    }
    const outcome = !lacks.includes(command.code) && execute(command, this);
    if (outcome !== false) return outcome;
    this.counts.unknown++;
    const { code, text } = command;
    this.say(fill(unknownCommand, { command: text, code, letter: text.charAt(0) }));
    return undefined;
  }

  /** How a Klipper after a shutdown handles a command: gcode.py, `cmd_default`, `cmd_STATUS`, `_respond_error`. */
  private refuseAll(code: string): undefined {
    if (code === 'FIRMWARE_RESTART') return this.hooks.onPoint('reset') as undefined;
    if (ANSWERED_WHEN_SHUT_DOWN.has(code)) return;
    const { shutDown } = this.profile.simulation;
    for (const text of shutDown) this.say(`// ${text}`);
    if (code === 'STATUS') this.say('// Klipper state: Not ready');
    this.say(`!! ${shutDown[0]}`);
  }

  private lateOk(): Wait | undefined {
    const delay = this.mishaps.okDelayMs();
    const until = this.hardware.options.clock.monotonic() + delay;
    return delay > 0 ? { until, shows: null, endedBy: [], next: () => undefined } : undefined;
  }

  private answer(line: string): void {
    if (line.startsWith('N') && !isLineNumberCommand(commandText(line))) this.counts.executed++;
    if (!this.mishaps.losesOk()) this.say(`${this.profile.replies.ok[0]}${this.okSuffix(line)}`);
  }

  /** queue.cpp, `ok_to_send`: the line's number, free planner blocks, free queue slots. */
  private okSuffix(line: string): string {
    if (this.code === 'M105' && this.shutDown) return ' T:0';
    if (this.code === 'M105') return ` ${heaterStates(this.hardware).trimStart()}`;
    if (this.code === 'M115' && this.profile.simulation.identifiesInOk)
      return ` ${this.profile.identity.m115.join(' ')}`;
    if (this.profile.simulation.okTellsTemperatures) return ` ${heaterStates(this.hardware).trimStart()}`;
    if (!this.profile.capabilities.ADVANCED_OK) return '';
    const room = this.profile.buffer.commands - this.executor.queue.length;
    return `${this.okNumber(line)} P${this.hardware.planner.free} B${room}`;
  }

  private okNumber(line: string): string {
    const { okNumber } = this.profile.simulation;
    if (okNumber !== 'own') return ` N${okNumber === 'zero' ? 0 : this.numbers.last}`;
    const [number] = /^N-?\d+/.exec(line) ?? [];
    return number ? ` ${number}` : '';
  }
}

const isLineNumberCommand = (text: string): boolean => /^M110(?!\d)/.test(text);
