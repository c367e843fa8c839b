import type { Rule } from './prefix-table';

/** Counts the layers that a slicer marked. Some mark each in two ways at once: the most frequent way counts. */
export class LayerMarks {
  private readonly counts = new Map<string, number>();

  get count(): number {
    return Math.max(0, ...this.counts.values());
  }

  add(kind: string): void {
    this.counts.set(kind, (this.counts.get(kind) ?? 0) + 1);
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
