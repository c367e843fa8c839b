import { connect, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** @param {number} ms */
export const pause = (ms) => sleep(ms);

/**
 * Calls `probe` until it answers true.
 * @param {() => Promise<boolean>} probe
 * @param {{ timeoutMs?: number, everyMs?: number }} [options]
 * @returns {Promise<boolean>} false when time ran out
 */
export async function waitUntil(probe, { timeoutMs = 30_000, everyMs = 50 } = {}) {
  const deadline = performance.now() + timeoutMs;
  while (performance.now() < deadline) {
    if (await probe()) return true;
    await pause(everyMs);
  }
  return false;
}

/**
 * @param {string} url health address
 * @returns {Promise<boolean>} true when it answers with a 2xx status within two seconds
 */
export async function httpAnswers(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.body?.cancel();
    return response.ok;
  } catch {
    return false;
  }
}

/**
 * Speaks Redis's inline protocol: `AUTH` then `PING`.
 * @param {{ port: number, password: string, host?: string }} where
 * @returns {Promise<boolean>} true at `+PONG`; false while it loads its data or does not answer
 */
export function redisAnswers({ port, password, host = '127.0.0.1' }) {
  return new Promise((resolve) => {
    let heard = '';
    const socket = connect({ port, host, timeout: 1_000 }, () =>
      socket.write(`AUTH ${password}\r\nPING\r\n`),
    );
    const finish = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', (chunk) => {
      heard += chunk;
      if (heard.includes('+PONG')) finish(true);
      else if (/^-.*\r\n.*\r\n/.test(heard)) finish(false);
    });
    socket
      .on('error', () => finish(false))
      .on('timeout', () => finish(false))
      .on('close', () => finish(false));
  });
}

/** @returns {Promise<number | undefined>} the port if it could be listened to, undefined when it is taken */
function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, host, () => {
      const taken = /** @type {import('node:net').AddressInfo} */ (server.address()).port;
      server.close(() => resolve(taken));
    });
  });
}

/** @returns {Promise<number>} a loopback port that no process used a moment ago */
export const freePort = async () => /** @type {number} */ (await tryPort(0, '127.0.0.1'));

/** @param {number} port @param {string} [host] @returns {Promise<boolean>} */
export const portIsFree = async (port, host) => (await tryPort(port, host)) !== undefined;
