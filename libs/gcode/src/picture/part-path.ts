import type { Drawn } from '../part-box';
import type { Lines } from './lines';
import { Toolpath } from './toolpath';

/** Gathers the lines of the part as far as the file's comments say which they are; without comments, all lines. */
export class PartPath {
  /** Whether the present lines are wanted. */
  isOpen = true;
  private readonly toolpath = new Toolpath();
  private isTyped = false;
  private isClosed = false;

  /** A comment names the kind of extrusion from here on. */
  begin(drawn: Drawn): void {
    // Lines before the first name belong to the start script: they purge the nozzle.
    if (!this.isTyped) this.toolpath.clear();
    this.isTyped = true;
    this.isOpen = drawn === 'part' && !this.isClosed;
  }

  /** @param continues the move begins where the last one ended */
  add(from: Float64Array, to: Float64Array, continues: boolean): void {
    this.toolpath.add(from, to, continues);
  }

  /** What was gathered, once the file is read. */
  end(): Lines {
    this.toolpath.end();
    return this.toolpath.lines;
  }

  /** No lines are wanted: the file has a picture. */
  close(): void {
    this.isClosed = true;
    this.isOpen = false;
    this.toolpath.clear();
  }
}
