import type { Rule } from './prefix-table';

/** A file with more heights than this has no layers. */
const MOST_HEIGHTS = 100_000;

/** Counts the layers that a slicer marked. Some mark each layer in two ways: the most frequent way counts. */
export class LayerMarks {
  /** Of the most frequent way. */
  count = 0;
  private readonly counts = new Map<string, number>();
  private readonly heights = new Set<string>();

  /** A mark that names its height: tools and parts that share one are one layer. */
  addHeight(kind: string, height: string): void {
    if (this.heights.has(height) || this.heights.size >= MOST_HEIGHTS) return;
    this.heights.add(height);
    this.add(kind);
  }

  add(kind: string): void {
    const count = (this.counts.get(kind) ?? 0) + 1;
    this.counts.set(kind, count);
    this.count = Math.max(this.count, count);
  }
}

const mark = (prefix: string, rest?: RegExp): Rule<LayerMarks> => [
  prefix,
  (marks, text) => {
    if (!rest || rest.test(text)) marks.add(prefix);
  },
];

/** How slicers mark a layer. */
export const layerRules: readonly Rule<LayerMarks>[] = [
  mark('LAYER_CHANGE'),
  mark('LAYER:'),
  mark('CHANGE_LAYER'),
  // `; layer 1, Z = 0.2` of Simplify3D, for each tool; `;; --- layer 0 (…` of Kiri:Moto; not `; layer end`.
  [
    'layer ',
    (marks, text) => {
      const [, height] = /^\d+, Z = ([\d.]+)/.exec(text) ?? [];
      if (height) marks.addHeight('layer ', height);
      else if (/^\d/.test(text)) marks.add('layer ');
    },
  ],
  // KISSlicer, for each object.
  [
    'BEGIN_LAYER_OBJECT ',
    (marks, text) => {
      const [, height] = /^z=([\d.]+)/.exec(text) ?? [];
      if (height) marks.addHeight('BEGIN_LAYER_OBJECT', height);
    },
  ],
  // IceSL: `; <layer 3>`; Skeinforge: `(<layer> 5.4 )`.
  mark('<layer ', /^\d/),
  mark('(<layer> '),
];
