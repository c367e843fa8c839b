import { readdirSync } from 'node:fs';
import { type ClientRequest, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pollUntil } from '@pandafab/testing';
import type { Foundations } from '../../city/foundations';
import type { Figure } from '../fleet/figures';
import { openLab } from '../fleet/network';
import { processesOf, residentMb, sum } from '../process-use';
import { newToken } from './polling';

const BOUNDARY = '------------------------d74496d66958873e';
const MOST_MORE_MB = 150;
const LOOK_EVERY_MS = 50;
const PIECE = Buffer.from('G1 X10.123 Y20.456 E0.01234 F1800\nG1 X110.9 Y120.8 E0.05678\n'.repeat(1_000));

/** A file of at least so many bytes, piece by piece. */
function* gcode(bytes: number): Generator<Buffer> {
  yield Buffer.from('M83\nG28\n');
  for (let sent = 0; sent < bytes; sent += PIECE.length) yield PIECE;
}

interface Door {
  readonly address: string;
  readonly token: string;
}

export async function openDoor(foundations: Foundations, name: string): Promise<Door> {
  const lab = await openLab(foundations, name);
  const [client] = foundations.clients;
  const listed = await client?.get<{ items: { labId: string; address: string }[] }>(
    '/api/v1/slicer-addresses',
  );
  const address = listed?.body.items.find(({ labId }) => labId === lab.id)?.address ?? '';
  return { address, token: await newToken(foundations, 0) };
}

/** An upload as PrusaSlicer sends it, whose end is the caller's. */
function begin(
  { address, token }: Door,
  name: string,
  bytes?: number,
): { sent: ClientRequest; status: Promise<number> } {
  const headers = {
    ...{ 'X-Api-Key': token, 'User-Agent': 'PrusaSlicer/2.9.4' },
    'Content-Type': `multipart/form-data; boundary=${BOUNDARY}`,
    ...(bytes !== undefined && { 'Content-Length': bytes }),
  };
  const sent = request(`${address}/api/files/local`, { method: 'POST', headers });
  const status = new Promise<number>((resolve) => {
    sent.once('response', (answer) => answer.resume().once('close', () => resolve(answer.statusCode ?? 0)));
    sent.once('error', () => resolve(0));
  });
  const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"`;
  sent.write(`${head}\r\nContent-Type: application/octet-stream\r\n\r\n`);
  return { sent, status };
}

const END = `\r\n--${BOUNDARY}--\r\n`;

async function write(sent: ClientRequest, piece: Buffer): Promise<void> {
  if (sent.write(piece) || sent.destroyed) return;
  await new Promise<void>((resolve) => {
    const go = () => {
      sent.off('drain', go).off('close', go);
      resolve();
    };
    sent.on('drain', go).on('close', go);
  });
}

/** One large file, and how much more memory the server with the process that reads files has until its answer. */
export async function measureLarge(foundations: Foundations, bytes: number): Promise<Figure[]> {
  const door = await openDoor(foundations, 'Lab of the large file');
  const pid = foundations.servers[0]?.pid;
  const now = () => ({ server: residentMb(pid ?? 0), all: sum(processesOf(pid).map(residentMb)) });
  const before = now();
  const most = { ...before };
  const watch = setInterval(() => {
    const { server, all } = now();
    most.server = Math.max(most.server, server);
    most.all = Math.max(most.all, all);
  }, LOOK_EVERY_MS);
  const begun = performance.now();
  const { sent, status } = begin(door, 'large.gcode');
  for (const piece of gcode(bytes)) await write(sent, piece);
  const seconds = (performance.now() - begun) / 1_000;
  sent.end(END);
  const answered = await status;
  clearInterval(watch);
  const named = { scenario: 'upload' };
  const megabytes = Math.round(bytes / 1_048_576);
  return [
    { ...named, name: `${megabytes} MiB sent`, value: seconds, unit: 's' },
    { ...named, name: 'not answered 201', value: answered === 201 ? 0 : 1, unit: '', most: 0 },
    { ...named, name: 'memory before', value: before.all, unit: 'MB' },
    {
      ...named,
      name: 'more, the server',
      value: most.server - before.server,
      unit: 'MB',
      most: MOST_MORE_MB,
    },
    { ...named, name: 'more, with the process that reads files', value: most.all - before.all, unit: 'MB' },
  ];
}

/** Half of a file, then the connection breaks: nothing of it may stay. */
export async function measureAbort(foundations: Foundations, bytes: number): Promise<Figure[]> {
  const door = await openDoor(foundations, 'Lab of the broken line');
  const arriving = () => readdirSync(join(foundations.serverData, 'files', 'incoming')).length;
  const { sent, status } = begin(door, 'half.gcode', 2 * bytes);
  for (const piece of gcode(bytes)) await write(sent, piece);
  await pollUntil('the file to arrive', () => arriving() === 1);
  const begun = performance.now();
  sent.destroy();
  await status;
  await pollUntil('nothing to be left', () => arriving() === 0, 60_000);
  const gone = performance.now() - begun;
  const uploads = await foundations.clients[0]?.get<{ items: { fileName: string }[] }>('/api/v1/uploads');
  const kept = uploads?.body.items.filter(({ fileName }) => fileName === 'half.gcode').length ?? 0;
  const named = { scenario: 'abort' };
  return [
    { ...named, name: 'until nothing of it is left', value: gone, unit: 'ms' },
    { ...named, name: 'uploads made of it', value: kept, unit: '', most: 0 },
  ];
}

const SLOW_PIECE = Buffer.from('G1 X10.123 Y20.456 E0.01234 F1800\n'.repeat(60));

/** Two kilobytes a second, for as long as is asked: nothing may cut a body that still moves. */
export async function measureSlow(foundations: Foundations, seconds: number): Promise<Figure[]> {
  const door = await openDoor(foundations, 'Lab of the slow line');
  const begun = performance.now();
  const { sent, status } = begin(door, 'slow.gcode');
  for (let second = 0; second < seconds && !sent.destroyed; second += 1) {
    await write(sent, SLOW_PIECE);
    await pause(1_000);
  }
  sent.end(END);
  const answered = await status;
  const took = (performance.now() - begun) / 1_000;
  return [
    { scenario: 'slow', name: '2 kB a second, sent for', value: took, unit: 's' },
    { scenario: 'slow', name: 'not answered 201', value: answered === 201 ? 0 : 1, unit: '', most: 0 },
  ];
}
