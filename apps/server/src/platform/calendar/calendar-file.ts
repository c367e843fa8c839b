import { StreamableFile } from '@nestjs/common';

/** A calendar as an answer. */
export function calendarFile(text: string): StreamableFile {
  const bytes = Buffer.from(text);
  return new StreamableFile(bytes, { type: 'text/calendar; charset=utf-8', length: bytes.length });
}
