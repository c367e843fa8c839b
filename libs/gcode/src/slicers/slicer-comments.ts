import { estimateRules } from './estimate-rules';
import { Findings, type Slicer, type SlicerEstimate, type SlicerSettings } from './findings';
import { finishEstimate } from './finish-estimate';
import { LayerMarks } from './layer-marks';
import { PrefixTable } from './prefix-table';
import { settingsRules } from './settings-rules';
import { signatureRules } from './signature-rules';
import { ThumbnailCollector } from './thumbnails/collector';
import type { Thumbnails } from './thumbnails/thumbnail';

const table = new PrefixTable<Findings>([...signatureRules, ...estimateRules, ...settingsRules]);
const pictures = new PrefixTable<ThumbnailCollector>([
  ['thumbnail', (collector, rest) => collector.begin(`thumbnail${rest}`)],
]);

const SPACE = 0x20;
const DASH = 0x2d;
const SEMICOLON = 0x3b;

/** Collects what slicers write about their files in comments. */
export class SlicerComments {
  private readonly found = new Findings();
  private readonly marks = new LayerMarks();
  private readonly collector = new ThumbnailCollector();

  /** Takes the bytes of a line that begins with a semicolon. */
  read(bytes: Uint8Array, start: number, end: number): void {
    const from = wordsFrom(bytes, start, end);
    if (from === end) return;
    if (this.collector.isOpen && this.collector.row(bytes, from, end)) return;
    if (this.marks.read(bytes, from, end)) return;
    pictures.apply(this.collector, bytes, from, end);
    table.apply(this.found, bytes, from, end);
  }

  get slicer(): Slicer | null {
    return this.found.slicer;
  }

  /** How many layers the slicer marked; 0 where it marks none. */
  get layerMarks(): number {
    return this.marks.count;
  }

  get estimate(): SlicerEstimate {
    return finishEstimate(this.found);
  }

  /** The pictures of the part, once the whole file is read. */
  thumbnails(): Thumbnails {
    return this.collector.finish();
  }

  get settings(): SlicerSettings {
    return this.found.settings;
  }
}

/** Where the words of a comment begin: behind `; `, `;; --- `, `;   `. */
function wordsFrom(bytes: Uint8Array, start: number, end: number): number {
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (byte !== SEMICOLON && byte !== SPACE && byte !== DASH) return at;
  }
  return end;
}
