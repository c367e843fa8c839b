/**
 * Lines without meaning: texts that people write as comments although firmware does not know them (`//M85 …`, `#`, `%`, a
 * ruler of dashes), a lone letter, and the end-of-file character that editors of DOS leave behind. Some firmware
 * would look for a command inside (Prusa-Firmware's code_seen): they are never sent.
 */
const IDLE = /^(?:[/#%].*|[-=_~+.]+|[GM][ \t]*|[\x04\x1a]+)$/is;

/** True for a line that is a command for no firmware. */
export const isIdle = (text: string): boolean => IDLE.test(text);
