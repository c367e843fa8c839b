import { SerialPort } from 'serialport';
import { streamBarely } from './bare-loop.mjs';

const config = JSON.parse(process.argv[2]);
const port = new SerialPort({ path: config.ports[0], baudRate: config.baudRate, lock: true });
port.once('open', () => streamBarely(port, config));
