import { INK, PAGE, rule } from '../../../money/rendering/pdf/page';
import { heightOf, type TextStyle, write } from '../../../money/rendering/pdf/text';
import type { ReportFlow } from './report-flow';

const CHAPTER: TextStyle = { face: 'bold', size: 17, colour: INK.accent };
const SECTION: TextStyle = { face: 'bold', size: 11 };
const NOTE: TextStyle = { size: 8, colour: INK.soft };

/** With less than this left on a page, a chapter begins on the next one. */
const ROOM_OF_CHAPTER = 470;

/** The beginning of a chapter: on a new page, unless most of this one is free. */
export function chapter(flow: ReportFlow, text: string): void {
  if (flow.left < ROOM_OF_CHAPTER || flow.isOnCover) flow.breakPage();
  else flow.y += 18;
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
