import { once } from 'node:events';
import { constants, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { SerialPort } from 'serialport';
import { streamBarely } from './bare-loop.mjs';

const config = JSON.parse(process.argv[2]);
const ports = config.ports.map((path) => new SerialPort({ path, baudRate: config.baudRate, lock: true }));
await Promise.all(ports.map((port) => once(port, 'open')));
const openTty = (path) => {
  const fd = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  return new ReadStream(fd, { writable: true });
};
streamBarely(config.ports.map(openTty), config);
