import { strtol } from './c-numbers';
import { type Axis, type Build, Deeds, type FirmwareModel, stoppedAt, sweepArc } from './deeds';
import { MarlinParser } from './marlin-parser';

const LONGEST_COMMAND = 96;
const AXES = ['X', 'Y', 'Z'] as const;
/** The actions that no file may cause, with any parameters. */
const FORBIDDEN = new Set([
  ...[
    23, 24, 26, 28, 29, 30, 32, 42, 81, 92, 98, 112, 118, 206, 217, 218, 226, 260, 290, 301, 303, 304, 306,
    350,
  ],
  ...[
    410, 421, 425, 428, 500, 501, 502, 504, 524, 575, 603, 665, 666, 851, 852, 906, 913, 914, 928, 936, 997,
    999,
  ],
]);

/** Marlin 2: queue.cpp, parser.cpp and the commands that move or heat, in one of its many builds. */
export class MarlinModel implements FirmwareModel {
  readonly deeds = new Deeds();
  stopped = false;
  private lastLine = 0;
  private readonly at: [number, number, number];
  /** Native is logical and this (workspace offset). */
  private readonly shift = [0, 0, 0];
  private readonly saved: [number, number, number];
  private readonly homed = [false, false, false];
  private relative = false;
  private unit = 1;
  private zRaise = 0;
  private hop = 0;
  private skipping = false;
  private object = -1;
  private readonly cancelled = new Set<number>();
  private secondToolOffset = 0;
  private target = 0;

  constructor(private readonly build: Build) {
    this.at = [...build.start];
    this.saved = [...build.start];
  }

  private has(option: string): boolean {
    return this.build.options.has(option);
  }

  receive(frame: Uint8Array): void {
    if (this.stopped) return;
    const line = this.collect(Buffer.from(frame).toString('latin1').replace(/\n$/, ''));
    const command = line.replace(/^ +/, '');
    if (command === '') return;
    if (command.startsWith('N') && !this.isNext(command)) {
      this.stopped = true;
      return;
    }
    this.execute(new MarlinParser(line, this.build.options));
  }

  /** process_stream_char. */
  private collect(bytes: string): string {
    let kept = '';
    let state: 'normal' | 'comment' | 'parenthesis' | 'quoted' = 'normal';
    let escaped = false;
    for (const byte of bytes) {
      if (state === 'comment') break;
      if (state === 'parenthesis') {
        if (byte === ')') state = 'normal';
        continue;
      }
      if (escaped) escaped = false;
      else if (byte === '\\') {
        escaped = true;
        if (state === 'normal') continue;
      } else if (state === 'quoted') {
        if (byte === '"') state = 'normal';
      } else if (byte === '"' && this.has('quotedStrings')) state = 'quoted';
      else if (byte === ';') {
        state = 'comment';
        continue;
      } else if (byte === '(' && this.has('parenComments')) {
        state = 'parenthesis';
        continue;
      }
      kept = byte === '\b' ? kept.slice(0, -1) : kept + byte;
      if (kept.length >= LONGEST_COMMAND - 1) break;
    }
    return kept;
  }

  private isNext(command: string): boolean {
    let number = command;
    const renumbers = command.includes('M110');
    if (renumbers) {
      this.deeds.forbid('M110');
      const second = command.indexOf('N', 4);
      if (second >= 0) number = command.slice(second);
    }
    const line = Number(strtol(number.slice(1)));
    if (line !== this.lastLine + 1 && !renumbers) return false;
    const star = command.lastIndexOf('*');
    if (star < 0) return false;
    let checksum = 0;
    for (let i = 0; i < star; i++) checksum ^= command.charCodeAt(i);
    this.lastLine = line;
    return Number(strtol(command.slice(star + 1))) === checksum;
  }

  private execute(words: MarlinParser): void {
    const { letter, code } = words;
    if (letter === 'G') this.executeG(words);
    else if (letter === 'M') {
      if (FORBIDDEN.has(code)) this.deeds.forbid(`M${code}`);
      this.heat(words);
      this.executeM(words);
    }
  }

  private executeG(words: MarlinParser): void {
    switch (words.code) {
      case 0:
      case 1:
        return this.line(words);
      case 2:
      case 3:
        return this.arc(words);
      case 10:
        if (this.zRaise > 0.01 && this.hop === 0) this.hop = this.zRaise;
        return this.deeds.visit(2, this.at[2] + this.hop);
      case 11:
        this.hop = 0;
        return;
      case 12:
        return words.seen('R') ? this.deeds.forbid('a circle of any radius') : undefined;
      case 20:
        if (this.has('inches')) this.unit = 25.4;
        return;
      case 21:
        this.unit = 1;
        return;
      case 26:
        return this.pattern(words);
      case 27:
        return this.stray(Math.min(210, Math.max(this.at[2], 10)));
      case 28:
        return this.home(words);
      case 29:
        return this.level(words);
      case 30:
        this.visitGiven(words, [0, 1], 0);
        return this.stray(5);
      case 34:
        if (words.seen('Z')) this.deeds.forbid('Z driven beyond its end');
        return this.stray(10);
      case 60:
        this.saved.splice(0, 3, ...this.at);
        return;
      case 61:
        return this.restore(words);
      case 90:
        this.relative = false;
        return;
      case 91:
        this.relative = true;
        return;
      case 92:
        return this.rename(words);
      case 5:
      case 6:
      case 53:
      case 54:
        return this.deeds.forbid(`G${words.code}`);
    }
  }

  private heat(words: MarlinParser): void {
    const { deeds } = this;
    switch (words.code) {
      case 104:
      case 109: {
        if (words.seenValue('I')) deeds.heat('nozzle', 999);
        if (words.seen('F')) deeds.heat('nozzle', 999);
        if (words.seenValue('B')) deeds.heat('nozzle', words.celsius());
        const given = words.seenValue('S') || (words.code === 109 && words.seenValue('R'));
        if (!given) return;
        this.target = words.celsius();
        deeds.heat('nozzle', this.target);
        return deeds.heat('nozzle', this.target === 0 ? 0 : this.target + this.secondToolOffset);
      }
      case 140:
      case 190:
        if (words.seenValue('I')) deeds.heat('bed', 999);
        if (words.seenValue('S') || (words.code === 190 && words.seenValue('R')))
          deeds.heat('bed', words.celsius());
        return;
      case 141:
      case 191:
        if (words.seenValue('S') || (words.code === 191 && words.seenValue('R')))
          deeds.heat('chamber', words.celsius());
        return;
      case 600:
        if (words.seenValue('R')) deeds.heat('nozzle', words.celsius());
    }
  }

  private executeM(words: MarlinParser): void {
    const { deeds } = this;
    switch (words.code) {
      case 125:
      case 600:
        this.visitGiven(words, [0, 1], this.has('nativePark') ? 0 : 1);
        if (words.seenValue('Z')) this.raise(words.float() * this.unit);
        if (words.seenAny('IJKCHO')) deeds.forbid('another axis');
        return;
      case 701:
      case 702:
        if (words.seenValue('Z')) deeds.visit(2, this.at[2] + words.float() * this.unit);
        return;
      case 207:
        if (words.seen('Z')) this.zRaise = words.float() * this.unit;
        return;
      case 209:
        if (words.seen('S') && words.bool()) this.hop = this.zRaise;
        return deeds.visit(2, this.at[2] + this.hop);
      case 211:
        if (words.seen('S') && !words.bool()) deeds.forbid('soft endstops off');
        return;
      case 240:
        if (words.seenAny('XYZABIJRS')) deeds.forbid('a place for a photograph');
        return;
      case 302:
        if (words.seen('S') ? words.celsius() < 150 : words.seen('P') && words.bool())
          deeds.forbid('cold extrusion');
        return;
      case 420:
        if (words.seen('C')) deeds.forbid('a mesh shifted');
        return;
      case 486:
        return this.name(words);
      case 605:
        if (words.seen('R')) this.secondToolOffset = words.int();
        if (words.seenAny('X') || this.secondToolOffset !== 0) deeds.forbid('a second carriage elsewhere');
        deeds.heat('nozzle', this.target === 0 ? 0 : this.target + this.secondToolOffset);
    }
  }

  /** The park height is absolute in some versions, and a raise in others. */
  private raise(mm: number): void {
    this.deeds.visit(2, mm);
    this.deeds.visit(2, this.at[2] + (this.has('nativePark') ? mm : 0));
  }

  private visitGiven(words: MarlinParser, axes: readonly Axis[], shifted: 0 | 1): void {
    for (const axis of axes)
      if (words.seenValue(AXES[axis]))
        this.deeds.visit(axis, words.float() * this.unit + shifted * (this.shift[axis] as number));
  }

  /** CANCEL_OBJECTS: cancel_object.cpp. */
  private name(words: MarlinParser): void {
    if (!this.has('cancelObjects')) return;
    if (words.seen('T')) this.cancelled.clear();
    if (words.seen('S')) this.object = words.int();
    if (words.seen('C') && this.object >= 0) this.cancelled.add(this.object);
    if (words.seen('P')) this.cancelled.add(words.int());
    if (words.seen('U')) this.cancelled.delete(words.int());
    this.skipping = this.cancelled.has(this.object);
  }

  private destination(words: MarlinParser): [number, number, number] {
    return AXES.map((letter, index) => {
      const axis = index as Axis;
      if (!words.seenValue(letter) || this.skipping) return this.at[axis];
      const way = words.float() * this.unit;
      return this.relative ? this.at[axis] + way : way + (this.shift[axis] as number);
    }) as [number, number, number];
  }

  private line(words: MarlinParser): void {
    this.goTo(this.destination(words));
  }

  /** apply_motion_limits: only once the axis was homed. Without workspace offsets G92 moves the endstops along. */
  private within(axis: Axis, mm: number): number {
    const { ends } = this.build;
    if (!ends || !this.homed[axis]) return mm;
    return stoppedAt(ends, axis, mm, this.has('noWorkspace') ? (this.shift[axis] as number) : 0);
  }

  private goTo(place: readonly number[]): void {
    for (const axis of [0, 1, 2] as const) {
      this.at[axis] = this.within(axis, place[axis] as number);
      this.deeds.visit(axis, this.at[axis]);
    }
    this.deeds.visit(2, this.at[2] + this.hop);
  }

  /** G2_G3.cpp: R where it has a value, else I and J. */
  private arc(words: MarlinParser): void {
    const to = this.destination(words);
    const [x, y] = this.at;
    const clockwise = words.code === 2;
    let centre: [number, number] | null = null;
    if (words.seenValue('R')) {
      const r = words.float() * this.unit;
      const [mx, my] = [(to[0] - x) / 2, (to[1] - y) / 2];
      const half = Math.hypot(mx, my);
      if (r !== 0 && half > 0) {
        const h = Math.sqrt(Math.max(0, r * r - half * half));
        const way = clockwise !== r < 0 ? -1 : 1;
        const scale = (way * h) / half;
        centre = [x + mx - my * scale, y + my + mx * scale];
      }
    } else {
      const i = words.seenValue('I') ? words.float() * this.unit : 0;
      const j = words.seenValue('J') ? words.float() * this.unit : 0;
      if (i !== 0 || j !== 0) centre = [x + i, y + j];
    }
    if (!centre) return;
    sweepArc(this.deeds, [x, y], [to[0], to[1]], centre, clockwise);
    if (words.seenValue('P') && this.has('arcTurns')) sweepArc(this.deeds, [x, y], [x, y], centre, clockwise);
    this.goTo(to);
  }

  private pattern(words: MarlinParser): void {
    if (words.seenValue('I')) this.deeds.heat('nozzle', 999);
    if (words.seenValue('H')) this.deeds.heat('nozzle', words.celsius());
    if (words.seenValue('B')) this.deeds.heat('bed', words.celsius());
    this.visitGiven(words, [0, 1], 0);
    this.stray(10);
  }

  /** mbl/, abl/ and ubl/G29.cpp, taken together. */
  private level(words: MarlinParser): void {
    const { deeds } = this;
    if (words.seen('S') && words.byte() > 2) deeds.forbid('G29 S');
    if (words.seen('P') && ![1, 3, 9].includes(words.int())) deeds.forbid('G29 P');
    if (words.seenValue('C')) deeds.forbid('G29 C');
    if (words.seen('W') && !words.seen('P')) deeds.forbid('G29 W');
    if (words.seenAny('ZQK')) deeds.forbid('G29 Z');
    this.stray(Math.min(10, this.at[2]));
  }

  private restore(words: MarlinParser): void {
    if (!words.seenAny('XYZ')) return;
    this.goTo(
      AXES.map((letter, axis) =>
        words.seen(letter) ? (this.saved[axis] as number) + words.float() * this.unit : this.at[axis as Axis],
      ),
    );
  }

  private home(words: MarlinParser): void {
    if (words.seen('S') && this.has('devMode')) this.deeds.forbid('homing in name only');
    if (words.seen('O') && words.bool() && this.has('trustsHome')) return;
    const named = AXES.map((letter) => words.seen(letter));
    const all = named.every((each) => !each) || named.every((each) => each);
    const [x, y, z] = all ? [true, true, true] : (named as [boolean, boolean, boolean]);
    const raise = words.seenValue('R') ? words.float() * this.unit : this.build.raiseMm;
    if (raise !== 0 && (x || y || z)) this.at[2] = Math.max(this.at[2], raise);
    this.deeds.visit(2, this.at[2]);
    if (x) this.at[0] = 0;
    if (y) this.at[1] = 0;
    if (z) {
      [this.at[0], this.at[1]] =
        this.build.zHomesAt[0] === 0 ? [this.at[0], this.at[1]] : this.build.zHomesAt;
      this.at[2] = this.build.raiseMm;
    }
    for (const [axis, homed] of [x, y, z].entries()) {
      if (!homed) continue;
      this.shift[axis] = 0;
      this.homed[axis] = true;
    }
  }

  /** Without a letter, nothing. */
  private rename(words: MarlinParser): void {
    for (const [index, letter] of AXES.entries()) {
      const axis = index as Axis;
      if (words.seenValue(letter)) this.shift[axis] = this.at[axis] - words.float() * this.unit;
    }
  }

  private stray(z: number): void {
    [this.at[0], this.at[1]] = this.build.strayedTo;
    this.at[2] = z;
  }
}
