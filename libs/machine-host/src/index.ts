export { createStreamingDriver } from './driver/create-streaming-driver';
export type { StreamingDriverOptions } from './driver/streaming-driver-options';
export * from './machine-driver';
export { createReplyParser, type Reply, type ReplyKind } from './protocol/reply';
export type { CommandSource } from './source/command-source';
export { openCommandSource } from './source/file-source';
export { type GuardedSource, guardSource } from './source/guarded-source';
export { EffectBuffer, type StreamerEvent } from './streamer/effects';
export { plainForm } from './streamer/plain-form';
export { specialOf } from './streamer/special-commands';
export { beginRun, createStreamerState, type StreamerState } from './streamer/state';
export { type StreamerInput, step } from './streamer/step';
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
