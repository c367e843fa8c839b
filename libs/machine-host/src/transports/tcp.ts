import { connect, type Socket } from 'node:net';
import { Fault } from '@pandafab/shared';
import type { CloseReason, Link, Transport } from '../transport';

/** The same time as for a broker of MQTT line bridges. */
const CONNECT_WITHIN_MS = 10_000;
/** Longest wait for the last bytes when closing: a peer that reads nothing must not delay us. */
const FLUSH_MS = 500;

/** A machine behind a TCP port: a serial server, an ESP3D, or a virtual machine. */
export function tcpTransport(address: string, host: string, port: number): Transport {
  return { open: (onBytes, onClose) => open(address, connect({ host, port }), onBytes, onClose) };
}

function open(
  address: string,
  socket: Socket,
  onBytes: (bytes: Uint8Array) => void,
  onClose: (why: CloseReason) => void,
): Promise<Link> {
  // With Nagle's algorithm a line would wait for the answer to the one before it.
  socket.setNoDelay(true);
  socket.setKeepAlive(true, 10_000);
  return new Promise((resolve, reject) => {
    const refuse = (error: Error) =>
      reject(new Fault('MACHINE.UNREACHABLE', { address, reason: error.message }));
    socket.once('error', refuse);
    // A router that drops packets sends no refusal: the system would retry for minutes.
    socket.setTimeout(CONNECT_WITHIN_MS, () => socket.destroy(new Error('connection timed out')));
    socket.once('connect', () => {
      socket.off('error', refuse);
      socket.setTimeout(0).removeAllListeners('timeout');
      socket.on('data', onBytes);
      watch(socket, onClose);
      resolve({ write: (bytes) => socket.write(bytes), close: () => end(socket) });
    });
  });
}

function watch(socket: Socket, onClose: (why: CloseReason) => void): void {
  let failure: Error | null = null;
  socket.once('error', (error) => {
    failure = error;
  });
  socket.once('close', () => {
    if (failure) onClose({ kind: 'error', detail: failure.message });
    else
      onClose({ kind: socket.readableEnded ? 'unplugged' : 'closed', detail: 'the connection was closed' });
  });
}

function end(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) return resolve();
    const cut = setTimeout(() => socket.destroy(), FLUSH_MS);
    socket.once('close', () => {
      clearTimeout(cut);
      resolve();
    });
    // Data written just before, such as heaters-off, is still sent.
    socket.destroySoon();
  });
}
