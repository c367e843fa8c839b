import type { Rule } from './prefix-table';

/** Counts the layers that a slicer marked. Some mark each in two ways at once: the most frequent way counts. */
export class LayerMarks {
  /** Of the most frequent way. */
  count = 0;
  private readonly counts = new Map<string, number>();

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
  // `; layer 1, Z = 0.2` of Simplify3D and `;; --- layer 0 (…` of Kiri:Moto; not `; layer end`.
  mark('layer ', /^\d/),
];
