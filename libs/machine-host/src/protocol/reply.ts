import type { FirmwareProfile } from '@pandafab/firmware';
import { gluedOkAt } from './glued-ok';
import { integerAt } from './integer-at';
import { readTemperatures, type TemperatureReport } from './temperatures';

export type ReplyKind =
  | 'ok'
  | 'resend'
  | 'error'
  | 'refusal'
  | 'locked'
  /** A move was carried out without its filament. */
  | 'prevented'
  /** A command was left out. */
  | 'ignored'
  /** Something else differed from the file. */
  | 'warning'
  /** A line arrived damaged, and the firmware requests it again. */
  | 'line-error'
  /** The firmware accepts no command without a line number. */
  | 'needs-number'
  | 'busy'
  | 'banner'
  /** A message that only a starting firmware sends: its banner may have been lost. */
  | 'rebooted'
  | 'halted'
  | 'action'
  | 'temperatures'
  | 'capability'
  | 'firmware'
  | 'other';

/** The meaning of one line of a machine. The parser reuses one object: read it before the next line. */
export interface Reply {
  kind: ReplyKind;
  /** The line that an ok with ADVANCED_OK answers, or that a resend requests; -1 when not given. */
  line: number;
  /** Free slots of the command buffer that an ok with ADVANCED_OK reports; -1 when not given. */
  bufferFree: number;
  /** An ok without further text. */
  bare: boolean;
  /** The line without the prefix that determines its kind; for a refusal the whole line. */
  text: string;
  temperatures: TemperatureReport | null;
  /** The ok is at the end of another line: the temperatures before it do not belong to it. */
  glued: boolean;
}

/** Kinds of refusals, the most serious first; each has its own list in the profile. */
const REFUSALS = ['locked', 'refusal', 'prevented', 'ignored', 'warning'] as const;
/** The prefixes before the firmware's text. */
const MARK = /^(?:echo:|Error:|!!|\/\/)\s*/;
const UNPRINTABLE = /[^ -~]+/g;
const wordsOf = (line: string): string => line.replace(MARK, '').trim();

/** The number behind ` N`, ` P` or ` B` in an ok; no regular expression, this runs for every line sent. */
function fieldOf(line: string, letter: ' N' | ' B'): number {
  const at = line.indexOf(letter);
  return at < 0 ? -1 : integerAt(line, at + 2);
}

/** The length of the prefix of a line; -1 without one. */
function prefixLength(line: string, prefixes: readonly string[]): number {
  for (const prefix of prefixes) if (line.startsWith(prefix)) return prefix.length;
  return -1;
}

/** The first bytes of a board that was reset are often noise: `\x00start`. */
function isBanner(line: string, banners: readonly string[]): boolean {
  const text = line.replace(UNPRINTABLE, '');
  return banners.some((banner) => text === banner || text.startsWith(`${banner} `));
}

/** Creates the function that reads the lines of machines with these replies. */
export function createReplyParser(replies: FirmwareProfile['replies']): (line: string) => Reply {
  const reply: Reply = {
    ...{ kind: 'other', line: -1, bufferFree: -1, bare: false, text: '', temperatures: null, glued: false },
  };

  const is = (kind: ReplyKind, text: string): Reply => {
    reply.kind = kind;
    reply.text = text;
    return reply;
  };
  const readOk = (line: string, length: number): Reply => {
    reply.bare = line.length === length || line.trimEnd().length === length;
    if (reply.bare) return is('ok', '');
    // Only M105 answers with a colon in its ok; `ok N2 P31 B15` has none.
    if (line.indexOf(':', length) >= 0) reply.temperatures = readTemperatures(line);
    else {
      reply.line = fieldOf(line, ' N');
      reply.bufferFree = fieldOf(line, ' B');
    }
    return is('ok', line);
  };
  /** Null for a line with another ending. */
  const readGluedOk = (line: string): Reply | null => {
    const at = gluedOkAt(line, replies.ok);
    if (at < 0) return null;
    const { temperatures } = reply;
    const tail = line.slice(at);
    reply.temperatures = null;
    readOk(tail, prefixLength(tail, replies.ok));
    reply.glued = reply.temperatures === null;
    reply.temperatures ??= temperatures;
    return reply;
  };
  const readResend = (line: string, length: number): Reply => {
    let at = length;
    while (line[at] === ' ' || line[at] === 'N') at++;
    reply.line = integerAt(line, at);
    return is('resend', line);
  };
  const readError = (line: string, length: number): Reply => {
    const text = line.slice(length).trim();
    if (prefixLength(text, replies.halted) >= 0) return is('halted', text);
    if (prefixLength(text, replies.needsNumber) >= 0) return is('needs-number', text);
    return is(prefixLength(text, replies.lineError) >= 0 ? 'line-error' : 'error', text);
  };
  const readRest = (line: string): Reply => {
    if (isBanner(line, replies.banner)) return is('banner', line);
    if (prefixLength(line, replies.rebooted) >= 0) return is('rebooted', line);
    if (prefixLength(line, replies.halted) >= 0) return is('halted', line);
    if (line.startsWith('Cap:')) return is('capability', line.slice(4));
    if (line.includes('FIRMWARE_NAME:')) return is('firmware', line);
    reply.temperatures = readTemperatures(line);
    if (!reply.temperatures) return is('other', line);
    return readGluedOk(line) ?? is('temperatures', line);
  };

  return (line) => {
    reply.line = -1;
    reply.bufferFree = -1;
    reply.bare = false;
    reply.temperatures = null;
    reply.glued = false;
    let length = prefixLength(line, replies.ok);
    if (length >= 0) return readOk(line, length);
    length = prefixLength(line, replies.resend);
    if (length >= 0) return readResend(line, length);
    length = prefixLength(line, replies.busy);
    if (length >= 0) return readGluedOk(line) ?? is('busy', line.slice(length).trim());
    for (const kind of REFUSALS) {
      length = prefixLength(line, replies[kind]);
      if (length < 0) continue;
      return is(kind, kind === 'ignored' ? line.slice(length).replaceAll('"', '').trim() : wordsOf(line));
    }
    length = prefixLength(line, replies.error);
    if (length >= 0) return readError(line, length);
    length = prefixLength(line, replies.action);
    if (length >= 0) return is('action', line.slice(length).trim());
    return readRest(line);
  };
}

/** The name in an M115 answer: from FIRMWARE_NAME: to the next field in capitals. */
export function firmwareNameOf(line: string): string {
  const [, name = line] = /FIRMWARE_NAME:(.*?)(?:\s+[A-Z_]+:|$)/.exec(line) ?? [];
  return name.trim();
}
