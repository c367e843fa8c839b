import { colourRules } from './colour-rules';
import { equipmentRules } from './equipment-rules';
import { estimateRules } from './estimate-rules';
import { Feature, featureRules } from './feature-rules';
import { Findings, type Slicer, type SlicerEstimate, type SlicerSettings } from './findings';
import { finishEstimate } from './finish-estimate';
import { LayerMarks, layerRules } from './layer-marks';
import { materialRules } from './material-rules';
import { PrefixTable, type Rule } from './prefix-table';
import { rarerRules } from './rarer-slicers';
import { settingsRules } from './settings-rules';
import { signatureRules } from './signature-rules';
import { ThumbnailCollector, thumbnailRules } from './thumbnails/collector';
import type { Thumbnails } from './thumbnails/thumbnail';

/** Slicers write about a hundred facts. After this limit further ones are ignored. */
const MOST_FACTS = 10_000;

class Readers {
  readonly found = new Findings();
  facts = 0;
  readonly marks = new LayerMarks();
  readonly feature = new Feature();
  readonly pictures = new ThumbnailCollector();
}

const about = <Key extends 'marks' | 'pictures' | 'feature'>(
  key: Key,
  rules: readonly Rule<Readers[Key]>[],
): Rule<Readers>[] => rules.map(([prefix, take]) => [prefix, (readers, rest) => take(readers[key], rest)]);
const facts = (rules: readonly Rule<Findings>[]): Rule<Readers>[] =>
  rules.map(([prefix, take]) => [
    prefix,
    (readers, rest) => {
      if (readers.facts++ < MOST_FACTS) take(readers.found, rest);
    },
  ]);

const table = new PrefixTable<Readers>([
  ...about('marks', layerRules),
  // Before the features, one of which is called `support`.
  ...facts(equipmentRules),
  ...about('feature', featureRules),
  ...about('pictures', thumbnailRules),
  ...facts([
    ...signatureRules,
    ...estimateRules,
    ...settingsRules,
    ...materialRules,
    ...colourRules,
    ...rarerRules,
  ]),
]);

const SPACE = 0x20;
const DASH = 0x2d;
const SEMICOLON = 0x3b;

/** Collects the slicers' facts about their files from comments. */
export class SlicerComments {
  private readonly readers = new Readers();

  /** Reads the bytes of a line that begins with a semicolon. */
  read(bytes: Uint8Array, start: number, end: number): void {
    const from = wordsFrom(bytes, start, end);
    if (from === end) return;
    const { pictures } = this.readers;
    if (pictures.isOpen && pictures.row(bytes, from, end)) return;
    table.apply(this.readers, bytes, from, end);
  }

  get slicer(): Slicer | null {
    return this.readers.found.slicer;
  }

  /** The number of layers that the slicer marked; 0 without marks. */
  get layerMarks(): number {
    return this.readers.marks.count;
  }

  /** The present kind of extrusion, by the slicer. */
  get drawn(): Feature['drawn'] {
    return this.readers.feature.drawn;
  }

  get estimate(): SlicerEstimate {
    return finishEstimate(this.readers.found);
  }

  get settings(): SlicerSettings {
    return this.readers.found.settings;
  }

  /** The colour of the first filament, as six hexadecimal digits. */
  get colour(): string | null {
    return this.readers.found.colour;
  }

  /** Whether the file has held a picture of the part so far. */
  get hasThumbnail(): boolean {
    return this.readers.pictures.hasAny;
  }

  /** The pictures of the part, once the whole file is read. */
  thumbnails(): Thumbnails {
    return this.readers.pictures.finish();
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
