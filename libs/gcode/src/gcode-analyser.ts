import { Fault } from '@pandafab/shared';
import { commandText, emptyRange, findCommand } from './command-range';
import { frameFault } from './command-reader';
import { CommandWords } from './command-words';
import type { Box } from './extents';
import { ExtrusionMeter } from './extrusion-meter';
import { GuardCensus, type GuardFacts } from './guard';
import { LineScanner, MAX_LINE_BYTES } from './line-scanner';
import { Motion } from './motion';
import {
  type Slicer,
  SlicerComments,
  type SlicerEstimate,
  type SlicerSettings,
  type Thumbnails,
} from './slicers';
import { SNIFFED_BYTES, sniffOther } from './sniff';
import { TemperatureRecord, type Temperatures } from './temperatures';

/** Raised when the same file would be read differently: files are then analysed again. */
export const ANALYSER_VERSION = 3;

/** What a file says about the part it makes. Lengths in millimetres, times in seconds. */
export interface GcodeAnalysis {
  analyserVersion: number;
  bytes: number;
  lines: number;
  commands: number;
  /** Net extrusion per tool. */
  filamentMm: number[];
  /** Where it extrudes, and everywhere it goes; null for a file that does not. */
  extents: { extruding: Box | null; moves: Box | null };
  layers: number;
  temperatures: Temperatures;
  slicer: Slicer | null;
  slicerEstimate: SlicerEstimate;
  slicerSettings: SlicerSettings;
  /** Our own estimate. */
  timeSeconds: number;
  /** What `judge` holds against a machine's policy. */
  guard: GuardFacts;
}

const SEMICOLON = 0x3b;

/**
 * Reads a file once, in chunks cut anywhere, in memory that does not grow with it.
 * `push` and `end` throw Faults for what is no G-code: FILE.EMPTY, FILE.NOT_GCODE {reason}, FILE.BINARY_GCODE,
 * FILE.ARCHIVE {format}, FILE.NO_COMMANDS,
 * FILE.NUL_BYTES {line}, FILE.LINE_TOO_LONG {line, bytes, limit}.
 */
export class GcodeAnalyser {
  private readonly words = new CommandWords();
  private readonly range = emptyRange();
  private readonly scratch = Buffer.alloc(MAX_LINE_BYTES);
  private readonly meter = new ExtrusionMeter();
  private readonly motion = new Motion();
  private readonly temperatures = new TemperatureRecord();
  private readonly comments = new SlicerComments();
  private readonly census = new GuardCensus();
  private readonly scanner = new LineScanner((bytes, start, end, line, _offset, cut) =>
    this.takeLine(bytes, start, end, line, cut),
  );
  private bytes = 0;
  private commands = 0;
  /** Commands that no letter and number begin, such as macros of Klipper, or prose. */
  private others = 0;
  private begun = false;
  private tooLong: Fault | null = null;
  /** The first bytes, until there are enough to tell what they are. */
  private head: Uint8Array[] | null = [];

  push(chunk: Uint8Array): void {
    this.bytes += chunk.length;
    if (!this.head) return this.scanner.push(chunk);
    this.head.push(Uint8Array.from(chunk));
    if (this.bytes >= SNIFFED_BYTES) this.sniff(this.head);
  }

  end(): GcodeAnalysis {
    if (this.head) this.sniff(this.head);
    this.scanner.end();
    if (this.bytes === 0) throw new Fault('FILE.EMPTY');
    // Prose has words before anything else; a file for Klipper has a few macros among its moves.
    if (this.commands - this.others <= this.others) throw new Fault('FILE.NO_COMMANDS');
    this.motion.time.rest();
    const { comments, motion } = this;
    return {
      analyserVersion: ANALYSER_VERSION,
      bytes: this.bytes,
      lines: this.scanner.lines,
      commands: this.commands,
      filamentMm: this.meter.filamentMm.map((value) => Math.round(value * 1e4) / 1e4),
      extents: { extruding: motion.extruding.box(), moves: motion.moves.box() },
      layers: comments.layerMarks || motion.layers,
      temperatures: this.temperatures.found,
      slicer: comments.slicer,
      slicerEstimate: comments.estimate,
      slicerSettings: comments.settings,
      timeSeconds: Math.round(motion.time.seconds * 10) / 10,
      guard: this.census.facts(),
    };
  }

  /** The pictures of the part that the file holds; after `end`. They stay out of the analysis, which is stored as JSON. */
  thumbnails(): Thumbnails {
    return this.comments.thumbnails();
  }

  private sniff(head: Uint8Array[]): void {
    const bytes = Buffer.concat(head);
    const other = sniffOther(bytes);
    if (other) throw other;
    this.head = null;
    this.scanner.push(bytes);
  }

  private takeLine(bytes: Uint8Array, start: number, end: number, line: number, cut: boolean): void {
    if (bytes[start] === SEMICOLON) return this.comments.read(bytes, start, end);
    const { range, words } = this;
    if (!findCommand(bytes, start, end, cut, range)) return;
    this.commands++;
    this.parse(bytes, line);
    if (words.letter === 0) this.others++;
    // Long lines of a file without any command are prose: their length is not what is wrong with it.
    this.tooLong ??= frameFault(this.commands, range.length, line);
    if (this.tooLong && this.commands > this.others) throw this.tooLong;
    if (words.letter === 0) return;
    this.temperatures.apply(words);
    this.motion.apply(words, this.meter.applyWords(words));
    if (!this.begun && this.motion.hasExtruded) {
      this.begun = true;
      this.temperatures.firstLayerBegins();
    }
  }

  /** Reads the words as the machine will get them: without the comments in parentheses. */
  private parse(bytes: Uint8Array, line: number): void {
    const { census, range, scratch, words } = this;
    const from = range.parenthesised ? scratch : bytes;
    const start = range.parenthesised ? 0 : range.start;
    const end = range.parenthesised ? scratch.write(commandText(bytes, range), 'latin1') : range.end;
    words.parse(from, start, end);
    census.apply(words, from, start, end, line);
  }
}
