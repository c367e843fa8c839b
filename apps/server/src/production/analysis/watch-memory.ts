import { readFile } from 'node:fs/promises';

const EVERY_MS = 200;
const KB = 1024;

/**
 * Calls `onExcess` once when a process uses more than `limitMb` megabytes of memory: V8 limits its heap, but not the
 * buffers outside it. Linux gives the figure in /proc (proc_pid_status(5), VmRSS); elsewhere only the heap limit
 * applies.
 * @returns a function that ends the watch
 */
export function watchMemory(pid: number | undefined, limitMb: number, onExcess: () => void): () => void {
  const look = async () => {
    const status = await readFile(`/proc/${pid}/status`, 'latin1').catch(() => '');
    const [, kilobytes = '0'] = /^VmRSS:\s+(\d+) kB/m.exec(status) ?? [];
    if (Number(kilobytes) <= limitMb * KB) return;
    clearInterval(timer);
    onExcess();
  };
  const timer = setInterval(() => void look(), EVERY_MS);
  timer.unref();
  return () => clearInterval(timer);
}
