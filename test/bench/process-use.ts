import { readFileSync } from 'node:fs';

/** Linux counts processor time in hundredths of a second. */
const TICKS = 100;
const BYTES_PER_KB = 1024;

export const sum = (values: readonly number[]): number => values.reduce((all, each) => all + each, 0);

/** A file of the system about a process; empty once it is gone. */
function about(pid: number | undefined, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function megabytesOf(pid: number, field: string): number {
  const [, kilobytes = '0'] = new RegExp(`${field}:\\s+(\\d+)`).exec(about(pid, 'status')) ?? [];
  return (Number(kilobytes) * BYTES_PER_KB) / 1_000_000;
}

/** A process, and those that it started. */
export const processesOf = (pid: number | undefined): number[] => [
  pid ?? 0,
  ...about(pid, `task/${pid}/children`).split(' ').filter(Boolean).map(Number),
];

/** The most memory that the process has had so far, in millions of bytes. */
export const mostResidentMb = (pid: number): number => megabytesOf(pid, 'VmHWM');

/** The memory that the process has now, in millions of bytes. */
export const residentMb = (pid: number): number => megabytesOf(pid, 'VmRSS');

/** The processor time that the process has used: fields 14 and 15, counted after the name in brackets. */
export function usedSeconds(pid: number): number {
  const fields = about(pid, 'stat')
    .replace(/^.*\) /s, '')
    .split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / TICKS;
}
