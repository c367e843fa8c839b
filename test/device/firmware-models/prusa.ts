import { floatToInt16, int16, strtod, strtol } from './c-numbers';
import { type Axis, type Build, Deeds, type FirmwareModel, stoppedAt, sweepArc } from './deeds';

const LONGEST_COMMAND = 96;
const AXES = ['X', 'Y', 'Z'] as const;
const FORBIDDEN = new Set([
  ...[
    23, 24, 26, 28, 29, 30, 32, 42, 44, 45, 46, 81, 92, 112, 118, 206, 226, 290, 301, 303, 304, 350, 500, 501,
  ],
  ...[502, 603, 851, 928, 999],
]);

/** Prusa-Firmware 3.x of the MK3 family: cmdqueue.cpp (get_command) and Marlin_main.cpp (process_commands). */
export class PrusaModel implements FirmwareModel {
  readonly deeds = new Deeds();
  stopped = false;
  private lastLine = 0;
  private readonly at: [number, number, number];
  /** G92 sets the coordinates of the present position. */
  private readonly shift = [0, 0, 0];
  private relative = false;
  private zRaise = 0;
  private hop = 0;
  private command = '';
  private pointer = 0;

  constructor(private readonly build: Build) {
    this.at = [...build.start];
  }

  receive(frame: Uint8Array): void {
    if (this.stopped) return;
    let line = '';
    for (const byte of frame) {
      if (byte > 127) continue;
      if (byte === 0x0a || byte === 0x0d || line.length >= LONGEST_COMMAND - 1) break;
      if (byte === 0x3b) break;
      line += String.fromCharCode(byte);
    }
    if (line !== '') this.take(line);
  }

  private take(line: string): void {
    let command = line;
    if (!line.includes('PRUSA') && line.startsWith('N')) {
      const number = Number(strtol(line.slice(1)));
      command = line.slice(1).replace(/^\s*[-+]?\d+ */, '');
      const renumbers = command.startsWith('M110');
      if (renumbers) this.deeds.forbid('M110');
      const star = line.indexOf('*', line.length - command.length);
      let checksum = 0;
      for (let i = 0; i < star; i++) checksum ^= line.charCodeAt(i);
      const fits = star >= 0 && int16(strtol(line.slice(star + 1))) === checksum;
      if (!fits || (number !== this.lastLine + 1 && !renumbers)) {
        this.stopped = true;
        return;
      }
      this.lastLine = number;
      command = command.slice(0, star - (line.length - command.length));
    }
    this.process(command);
  }

  /** code_seen: the first occurrence of the letter, anywhere in the line. */
  private seen(letter: string): boolean {
    this.pointer = this.command.indexOf(letter);
    return this.pointer >= 0;
  }

  private value(): number {
    return strtod(this.command.slice(this.pointer + 1));
  }

  private short(): number {
    return int16(strtol(this.command.slice(this.pointer + 1)));
  }

  private process(command: string): void {
    this.command = command;
    if (command.includes('M117')) return;
    if (command.includes('M0') || command.includes('M1 ')) return this.look(command);
    if (command.includes('PRUSA')) return this.look(command);
    if (command.includes('^')) return;
    if (this.seen('G')) this.processG(this.short());
    else if (this.seen('M')) this.processM(this.short());
    else if (!this.seen('T') && this.seen('D')) this.deeds.forbid('a debugging command');
  }

  /** M0 and M1 wait in new versions; in old ones the rest is read like any line. */
  private look(command: string): void {
    if (command.includes('PRUSA')) return this.deeds.forbid('PRUSA');
    if (this.build.options.has('oldWaits')) {
      if (this.seen('G')) this.processG(this.short());
      else if (this.seen('M')) this.processM(this.short());
    }
  }

  private processG(code: number): void {
    switch (code) {
      case 0:
      case 1:
        return this.goTo(this.destination());
      case 2:
      case 3:
        return this.arc(code === 2);
      case 10:
        if (this.hop === 0) this.hop = this.zRaise;
        return this.deeds.visit(2, this.at[2] + this.hop);
      case 11:
        this.hop = 0;
        return;
      case 28:
        return this.home();
      case 29:
      case 30:
      case 32:
        return this.stray();
      case 80:
        for (const letter of 'LRFB')
          if (this.seen(letter) && this.value() !== 0) this.deeds.forbid(`a bed corrected at ${letter}`);
        return this.stray();
      case 90:
        this.relative = false;
        return;
      case 91:
        this.relative = true;
        return;
      case 92:
        for (const [axis, letter] of AXES.entries())
          if (this.seen(letter)) this.shift[axis] = this.at[axis as Axis] - this.value();
    }
  }

  private processM(code: number): void {
    const { deeds } = this;
    if (FORBIDDEN.has(code)) deeds.forbid(`M${code}`);
    switch (code) {
      case 104:
        if (this.seen('S')) this.heat('nozzle');
        return;
      case 109:
        if (this.seen('S') || this.seen('R')) this.heat('nozzle');
        return;
      case 140:
        if (this.seen('S')) this.heat('bed');
        return;
      case 190:
        if (this.seen('S') || this.seen('R')) this.heat('bed');
        return;
      case 207:
        if (this.seen('Z')) this.zRaise = this.value();
        return;
      case 302: {
        const coldest = this.seen('S') ? this.value() : 0;
        if (!(coldest >= 150) || floatToInt16(coldest) < 150) deeds.forbid('cold extrusion');
        return;
      }
      case 600:
        for (const axis of [0, 1] as const) if (this.seen(AXES[axis])) deeds.visit(axis, this.value());
        if (this.seen('Z')) deeds.visit(2, this.at[2] + Math.abs(this.value()));
        return;
      case 701:
      case 702:
        if (this.seen('Z')) deeds.visit(2, this.at[2] + Math.abs(this.value()));
    }
  }

  /** With any type in which the version reads it. */
  private heat(heater: 'nozzle' | 'bed'): void {
    this.deeds.heat(heater, floatToInt16(this.value()));
    this.deeds.heat(heater, this.short());
    const value = this.value();
    if (!Number.isFinite(value)) this.deeds.heat(heater, value);
  }

  private destination(): [number, number, number] {
    return AXES.map((letter, index) => {
      const axis = index as Axis;
      if (!this.seen(letter)) return this.at[axis];
      return this.value() + (this.relative ? this.at[axis] : (this.shift[axis] as number));
    }) as [number, number, number];
  }

  private goTo(place: readonly number[]): void {
    for (const axis of [0, 1, 2] as const) {
      const { ends } = this.build;
      const mm = place[axis] as number;
      // clamp_to_software_endstops: in the coordinates that G92 has set.
      this.at[axis] = ends ? stoppedAt(ends, axis, mm, this.shift[axis] as number) : mm;
      this.deeds.visit(axis, this.at[axis]);
    }
    this.deeds.visit(2, this.at[2] + this.hop);
  }

  /** get_arc_coordinates: I and J, and nothing else. */
  private arc(clockwise: boolean): void {
    const to = this.destination();
    const [x, y] = this.at;
    const i = this.seen('I') ? this.value() : 0;
    const j = this.seen('J') ? this.value() : 0;
    sweepArc(this.deeds, [x, y], [to[0], to[1]], [x + i, y + j], clockwise);
    this.goTo(to);
  }

  private home(): void {
    if (this.seen('C')) this.deeds.forbid('G28 C');
    const named = AXES.map((letter) => this.seen(letter));
    const values = AXES.map((letter) => (this.seen(letter) ? this.short() : 0));
    const all = named.every((each) => !each) || named.every((each) => each);
    const homed = all ? [true, true, true] : named;
    this.at[2] = Math.max(this.at[2], this.build.raiseMm);
    this.deeds.visit(2, this.at[2]);
    if (homed[0]) this.at[0] = 0;
    if (homed[1]) this.at[1] = 0;
    if (homed[2]) {
      if (this.build.zHomesAt[0] !== 0) [this.at[0], this.at[1]] = this.build.zHomesAt;
      this.at[2] = this.build.raiseMm;
    }
    for (const axis of [0, 1, 2] as const) if (homed[axis]) this.shift[axis] = 0 - (values[axis] as number);
  }

  private stray(): void {
    [this.at[0], this.at[1]] = this.build.strayedTo;
    this.at[2] = Math.min(this.at[2], 5);
  }
}
