import { Fault } from '@pandafab/shared';
import type { GcodeAnalysis, ReadFigures } from './analysis';
import { commandText, emptyRange, findCommand, isHostPause } from './command-range';
import { frameFault } from './command-reader';
import { CommandWords, HIGHEST_MOVE, NOT_ORDINARY } from './command-words';
import { ExtrusionMeter } from './extrusion-meter';
import { type ExtrusionReading, MARLIN_2 } from './extrusion-reading';
import { GuardCensus, type Volumetric, withVolumes } from './guard';
import { LineScanner, MAX_LINE_BYTES } from './line-scanner';
import { Motion } from './motion';
import { adoptMachine } from './motion-limits';
import type { Drawn, LineMeasures } from './part-box';
import { drawPart } from './picture';
import { coreOf } from './reading-matters';
import { settingsAtEnd } from './settings-at-end';
import { SlicerComments, type SlicerSettings, type Thumbnail, type Thumbnails } from './slicers';
import { SNIFFED_BYTES, sniffOther } from './sniff';
import { TemperatureRecord } from './temperatures';
import { TimeEstimate } from './time-estimate';
import { Timeline } from './timeline';
import { WaitRecord } from './waits';

/** Raised when the same file would be read differently: files are then analysed again. */
export const ANALYSER_VERSION = 10;

const SEMICOLON = 0x3b;
/** Skeinforge puts its comments in parentheses. */
const OPEN = 0x28;
const CR = 0x0d;
const LETTER_G = 0x47;

const LF = 0x0a;
/** Bytes between two rows of the timeline at most, while something is extruded. */
const TIMELINE_STEP = 16_384;
/** Diameter of the filament, when no slicer gives it. */
const DIAMETER_MM = 1.75;
/** Shorter ones fit every frame. */
const SHORT_COMMAND = 64;

/**
 * Reads a file once, in chunks cut anywhere, in memory that does not grow with it.
 * `push` and `end` throw Faults for a file that is not G-code: FILE.EMPTY, FILE.NOT_GCODE {reason}, FILE.BINARY_GCODE,
 * FILE.ARCHIVE {format}, FILE.NO_COMMANDS,
 * FILE.NUL_BYTES {line}, FILE.LINE_TOO_LONG {line, bytes, limit}.
 */
export class GcodeAnalyser {
  private readonly words = new CommandWords();
  private readonly range = emptyRange();
  private readonly scratch = Buffer.alloc(MAX_LINE_BYTES);
  private readonly meter: ExtrusionMeter;
  private readonly timeline = new Timeline();
  private readonly time = new TimeEstimate(this.timeline);
  private readonly motion: Motion;
  private readonly temperatures = new TemperatureRecord();
  private readonly waits = new WaitRecord();
  private readonly comments = new SlicerComments();
  private readonly census = new GuardCensus();
  private readonly scanner = new LineScanner(
    (bytes, start, end, line, endOffset, cut) => this.readLine(bytes, start, end, line, endOffset, cut),
    (bytes, start, line, offset) => this.readQuickly(bytes, start, line, offset),
  );
  private bytes = 0;
  private commands = 0;
  /** Number of commands that do not begin with a letter and a number, such as Klipper's macros, or prose. */
  private others = 0;
  private begun = false;
  private tooLong: Fault | null = null;
  private layerMarks = 0;
  private drawn: Drawn = null;
  private layer = 0;
  /** The next extruding move from here on gets a row in the timeline. */
  private nextMark = 0;
  /** The line from which E counts volume. */
  private readonly volumes = new Map<Volumetric, number>();
  /** The first bytes, until there are enough to recognise the format. */
  private head: Uint8Array[] | null = [];

  /**
   * @param tail the file's last TAIL_BYTES, if the caller can read ahead: some slicers write the machine's limits
   * there. Without it the time is estimated with the limits from the earlier part of the file, or with usual ones.
   * @param reading how the machine reads E; as Marlin 2 when not given
   */
  constructor(
    tail?: Uint8Array,
    private readonly reading: ExtrusionReading = MARLIN_2,
  ) {
    this.meter = new ExtrusionMeter(reading);
    this.motion = new Motion(this.time, this.meter);
    if (tail) this.adopt(settingsAtEnd(tail));
  }

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
    this.time.rest();
    const { comments } = this;
    return {
      analyserVersion: ANALYSER_VERSION,
      bytes: this.bytes,
      lines: this.scanner.lines,
      commands: this.commands,
      ...this.figures(),
      slicer: comments.slicer,
      slicerEstimate: comments.estimate,
      slicerSettings: comments.settings,
      readings: { used: coreOf(this.reading), matters: this.meter.matters, others: [] },
      guard: withVolumes(this.census.facts(), this.volumes),
    };
  }

  private figures(): ReadFigures {
    const { motion } = this;
    const drawn = motion.drawing.all();
    return {
      filamentMm: this.meter.filamentMm.map((value) => Math.round(value * 1e4) / 1e4),
      filamentExact: this.meter.exact,
      part: motion.drawing.find(this.measures()),
      extents: { extruding: drawn.box(), moves: motion.moves.box() },
      extentLines: { extruding: drawn.lines(), moves: motion.moves.lines() },
      layers: this.comments.layerMarks || motion.layers,
      temperatures: this.temperatures.found,
      timeSeconds: Math.round(this.time.seconds * 10) / 10,
      waits: this.waits.waits,
      timeline: this.timeline.table(),
    };
  }

  private measures(): LineMeasures {
    const { lineWidth, filamentDiameters } = this.comments.settings;
    return { lineWidth, filamentDiameter: filamentDiameters?.[0] ?? DIAMETER_MM };
  }

  /**
   * The pictures of the part in the file, or else our own; after `end`. They are not part of the analysis, which is
   * stored as JSON.
   */
  thumbnails(): Thumbnails {
    const found = this.comments.thumbnails();
    return found.kept.length > 0 ? found : { ...found, kept: this.drawPictures() };
  }

  private drawPictures(): Thumbnail[] {
    const { drawing, path } = this.motion;
    const measures = this.measures();
    const box = drawing.find(measures);
    const lineWidth = drawing.width(measures);
    try {
      return box ? drawPart(path.end(), { box, lineWidth }, this.comments.colour) : [];
    } catch {
      // A file that can be made is not refused because its picture cannot be drawn.
      return [];
    }
  }

  private sniff(head: Uint8Array[]): void {
    const bytes = Buffer.concat(head);
    const other = sniffOther(bytes);
    if (other) throw other;
    this.head = null;
    this.scanner.push(bytes);
  }

  /**
   * Reads a line in the slicers' usual form, which is nearly every line. @returns the index of its line feed, or -1
   */
  private readQuickly(bytes: Uint8Array, start: number, line: number, offset: number): number {
    const { words } = this;
    const end = words.parseOrdinary(bytes, start);
    if (end === NOT_ORDINARY) return -1;
    const feed = feedAfter(bytes, end);
    if (feed < 0) return -1;
    this.commands++;
    this.census.apply(words, bytes, start, words.ordinaryEnd, line);
    if (this.tooLong || words.ordinaryEnd - start > SHORT_COMMAND)
      this.checkLength(words.ordinaryEnd - start, line);
    this.readCommand(words, line, offset);
    return feed;
  }

  private readLine(
    bytes: Uint8Array,
    start: number,
    end: number,
    line: number,
    endOffset: number,
    cut: boolean,
  ): void {
    if (bytes[start] === SEMICOLON && !isHostPause(bytes, start, end))
      return this.readComment(bytes, start, end);
    if (bytes[start] === OPEN) this.comments.read(bytes, start, end);
    const { range, words } = this;
    if (!findCommand(bytes, start, end, cut, range)) return;
    this.commands++;
    this.parse(bytes, line);
    if (words.letter === 0) this.readOther(bytes);
    this.checkLength(range.length, line);
    if (words.letter !== 0) this.readCommand(words, line, endOffset - (end - start) - 1);
  }

  private readOther(bytes: Uint8Array): void {
    this.others++;
    if (this.meter.exact) this.meter.applyNamed(commandText(bytes, this.range));
  }

  private readComment(bytes: Uint8Array, start: number, end: number): void {
    const { comments } = this;
    comments.read(bytes, start, end);
    // Later the file's own commands override it.
    if (this.commands === 0) this.adopt(comments.settings);
    if (comments.drawn !== this.drawn) {
      this.drawn = comments.drawn;
      this.motion.begin(this.drawn);
    }
    if (comments.layerMarks === this.layerMarks) return;
    this.layerMarks = comments.layerMarks;
    this.beginLayer(this.layerMarks);
  }

  private adopt({ machineLimits, volumetric, filamentDiameters }: SlicerSettings): void {
    if (machineLimits) adoptMachine(this.time.limits, machineLimits);
    if (volumetric) this.meter.assumeVolumes(filamentDiameters);
  }

  /** A layer begins where it extrudes first. */
  private beginLayer(layer: number): void {
    this.layer = layer;
    this.nextMark = 0;
  }

  /** Long lines of a file without any command are prose: their length is not the file's error. */
  private checkLength(bytes: number, line: number): void {
    this.tooLong ??= frameFault(this.commands, bytes, line);
    if (this.tooLong && this.commands > this.others) throw this.tooLong;
  }

  /** @param offset where the line begins */
  private readCommand(words: CommandWords, line: number, offset: number): void {
    // Moves heat nothing.
    if (words.code > HIGHEST_MOVE || words.letter !== LETTER_G) this.heat(words, offset);
    this.meter.applyWords(words);
    if (offset >= this.nextMark && this.meter.fed > 0) this.mark(line, offset);
    this.motion.apply(words, line);
    if (this.layerMarks === 0 && this.motion.layers !== this.layer) this.beginLayer(this.motion.layers);
    if (this.begun || !this.motion.hasExtruded) return;
    this.begun = true;
    if (this.comments.hasThumbnail) this.motion.path.close();
    this.temperatures.firstLayerBegins();
  }

  /** Other commands may heat, or make the print wait. */
  private heat(words: CommandWords, offset: number): void {
    this.temperatures.apply(words);
    this.waits.apply(words, offset, this.time.seconds);
  }

  private mark(line: number, offset: number): void {
    const { motion, time, timeline, layer } = this;
    const { toolChanges, filamentChanges } = this.waits;
    time.mark({ offset, line, layer, z: motion.z, toolChanges, filamentChanges });
    const { volumes } = this.meter;
    if (volumes && !this.volumes.has(volumes)) this.volumes.set(volumes, line);
    this.nextMark = offset + Math.max(TIMELINE_STEP, timeline.gap);
  }

  /** Reads the words as they are sent to the machine: without the comments in parentheses. */
  private parse(bytes: Uint8Array, line: number): void {
    const { census, range, scratch, words } = this;
    const from = range.parenthesised ? scratch : bytes;
    const start = range.parenthesised ? 0 : range.start;
    const end = range.parenthesised ? scratch.write(commandText(bytes, range), 'latin1') : range.end;
    words.parse(from, start, end);
    census.apply(words, from, start, end, line);
  }
}

/** The index of the line feed that ends the line; -1 when the scanner must read text before it. */
function feedAfter(bytes: Uint8Array, end: number): number {
  let at = end;
  while ((bytes[at] as number) > CR) at++;
  if (bytes[at] === CR && bytes[at + 1] === LF) at++;
  return bytes[at] === LF ? at : -1;
}
