import { StreamableFile } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Picture } from './thumbnails';

/** Bytes from an upload: always sent as a picture, and never cached where other people could see them. */
const HEADERS = {
  'content-security-policy': "default-src 'none'; sandbox",
  'x-content-type-options': 'nosniff',
  'cache-control': 'private, no-cache',
  'content-disposition': 'inline; filename="thumbnail"',
};

/**
 * Answers with a picture, or with 304 if the caller already has it.
 * @param known the request's `If-None-Match`
 */
export function sendPicture(
  reply: FastifyReply,
  { bytes, mediaType, etag }: Picture,
  known: string | undefined,
): StreamableFile | undefined {
  reply.headers({ ...HEADERS, etag });
  if (known?.includes(etag)) {
    reply.code(304);
    return undefined;
  }
  return new StreamableFile(bytes, { type: mediaType, length: bytes.length });
}
