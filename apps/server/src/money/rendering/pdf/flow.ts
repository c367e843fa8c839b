import { PAGE, type Pdf } from './page';
import { breakText, lineHeight, type TextStyle, writeLine } from './text';

/** Heights are sums of fractions: what was measured to fit exactly must fit. */
const ROUNDING = 0.01;

/** A place on the current page, from top to bottom, which goes on to the next page. */
export class Flow {
  constructor(
    readonly pdf: Pdf,
    public y: number = PAGE.top,
  ) {}

  breakPage(): void {
    this.pdf.addPage();
    this.y = PAGE.top;
  }

  /** What is left on the page, in points. */
  get left(): number {
    return PAGE.bottom - this.y;
  }

  /** Goes to the next page when less than `height` is left on this one. */
  keep(height: number): void {
    if (this.y + height > PAGE.bottom + ROUNDING && this.y > PAGE.top) this.breakPage();
  }

  /** Text over as many pages as it needs. */
  paragraph(text: string, style: TextStyle = {}, x: number = PAGE.left, width: number = PAGE.width): void {
    for (const line of breakText(this.pdf, text, width, style)) {
      this.keep(lineHeight(style));
      writeLine(this.pdf, line, x, this.y, width, style);
      this.y += lineHeight(style);
    }
  }
}
