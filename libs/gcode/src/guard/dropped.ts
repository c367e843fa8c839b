const DROPPED = /[\\\x80-\xff]/g;
const COMMENT = /\([^)]*\)?/g;
const MAY_DROP = /[\\(\x80-\xff]/;

/**
 * The forms of a text after firmwares have dropped bytes, the text itself first. Marlin drops the backslash and, built with
 * PAREN_COMMENTS, text in parentheses (queue.cpp, process_stream_char); Prusa-Firmware drops bytes above 127
 * (cmdqueue.cpp, get_command). Dropping an even number of the same byte does not change the checksum.
 */
export function heardAs(text: string): readonly string[] {
  if (!MAY_DROP.test(text)) return [text];
  const kept = text.replace(DROPPED, '');
  return [text, kept, kept.replace(COMMENT, ''), text.replace(COMMENT, '').replace(DROPPED, '')];
}
