import { constants, openSync } from 'node:fs';
import { ReadStream } from 'node:tty';
import { SerialPort } from 'serialport';
import { streamBarely } from './bare-loop.mjs';

const config = JSON.parse(process.argv[2]);
const [path] = config.ports;
const port = new SerialPort({ path, baudRate: config.baudRate, lock: true });
port.once('open', () => {
  const fd = openSync(path, constants.O_RDWR | constants.O_NOCTTY | constants.O_NONBLOCK);
  streamBarely(new ReadStream(fd, { writable: true }), config);
});
