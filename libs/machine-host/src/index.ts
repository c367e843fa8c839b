export { plainForm } from './dialect/marlin/plain-form';
export { specialOf } from './dialect/marlin/special-commands';
export { createStreamingDriver } from './driver/create-streaming-driver';
export type { StreamingDriverOptions } from './driver/streaming-driver-options';
export * from './machine-driver';
export { type AskFirmwareOptions, askFirmware } from './ports/ask-firmware';
export type { FirmwareAnswer } from './ports/firmware-answer';
export { type HeaterReading, readingNamed } from './readings';
export type { CommandSource } from './source/command-source';
export { openCommandSource } from './source/file-source';
export { FileWork, openWork } from './source/file-work';
export { type GuardedSource, guardSource } from './source/guarded-source';
export type { CloseReason, Link, Transport } from './transport';
export { type TransportOptions, transportFor } from './transport-for';
export {
  LineBridgeCodec,
  type LineBridgeOptions,
  OFFLINE,
  ONLINE,
  presenceTopic,
  readLineBridgeOptions,
} from './transports/line-bridge';
export { listSerialDevices, type SerialDevice, serialDevicesKey } from './transports/port-list';
export type { Work } from './work';
