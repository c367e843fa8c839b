import { INK, PAGE, rule } from '../../../money/rendering/pdf/page';
import { heightOf, type TextStyle, write } from '../../../money/rendering/pdf/text';
import type { ReportFlow } from './report-flow';

const CHAPTER: TextStyle = { face: 'bold', size: 17, colour: INK.accent };
const SECTION: TextStyle = { face: 'bold', size: 11 };
const NOTE: TextStyle = { size: 8, colour: INK.soft };

/** A chapter begins on a new page. */
export function chapter(flow: ReportFlow, text: string): void {
  flow.breakPage();
  flow.y += write(flow.pdf, text, PAGE.left, flow.y, PAGE.width, CHAPTER) + 6;
  rule(flow.pdf, flow.y);
  flow.y += 16;
}

/** A heading with room for some of what it is about. */
export function section(flow: ReportFlow, text: string, room = 70): void {
  flow.y += 6;
  flow.keep(heightOf(flow.pdf, text, PAGE.width, SECTION) + room);
  flow.y += write(flow.pdf, text, PAGE.left, flow.y, PAGE.width, SECTION) + 6;
}

/** A sentence in small print. */
export function note(flow: ReportFlow, text: string): void {
  flow.paragraph(text, NOTE);
  flow.y += 6;
}

/** What staff wrote, on a tinted ground that goes on to the next page with it. */
export function comment(flow: ReportFlow, text: string, label = 'Commentaire'): void {
  flow.keep(46);
  flow.y += 4;
  flow.paragraph(label, { face: 'bold', size: 8, colour: INK.accent }, PAGE.left + 12, PAGE.width - 24);
  flow.y += 2;
  flow.paragraph(text, { size: 9.5 }, PAGE.left + 12, PAGE.width - 24);
  flow.y += 10;
}
