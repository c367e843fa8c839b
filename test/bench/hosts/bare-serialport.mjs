import { once } from 'node:events';
import { SerialPort } from 'serialport';
import { streamBarely } from './bare-loop.mjs';

const config = JSON.parse(process.argv[2]);
const ports = config.ports.map((path) => new SerialPort({ path, baudRate: config.baudRate, lock: true }));
await Promise.all(ports.map((port) => once(port, 'open')));
streamBarely(ports, config);
