import { Flow } from '../../../money/rendering/pdf/flow';
import { PAGE } from '../../../money/rendering/pdf/page';

/** The place of the head that each page but the cover carries. */
export const HEAD_HEIGHT = 30;

/** A flow whose further pages leave room for their heads. */
export class ReportFlow extends Flow {
  /** Nothing flows on the first page. */
  isOnCover = true;

  override breakPage(): void {
    super.breakPage();
    this.isOnCover = false;
    this.y = PAGE.top + HEAD_HEIGHT;
  }

  override keep(height: number): void {
    if (this.y > PAGE.top + HEAD_HEIGHT) super.keep(height);
  }
}
