/**
 * Lines that stand for nothing: what people write for comments in firmwares that know none (`//M85 …`, `#`, `%`, a
 * ruler of dashes), a lone letter, and the end-of-file character that editors of DOS leave behind. Some firmware
 * would look for a command inside (Prusa-Firmware's code_seen): they are never sent.
 */
const IDLE = /^(?:[/#%].*|[-=_~+.]+|[GM][ \t]*|[\x04\x1a]+)$/is;

/** True for a line that is no command to anybody. */
export const isIdle = (text: string): boolean => IDLE.test(text);
