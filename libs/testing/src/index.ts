export * from './fake-clock';
export { startAedes } from './harness/aedes';
export type { BrokerOptions, BrokerUser, TemporaryBroker } from './harness/broker';
export { axeFindings, startBrowser } from './harness/browser';
export { certify } from './harness/certificate';
export { type Child, startChild } from './harness/child';
export {
  createDatabase,
  type DatabaseKind,
  describeOnBothDatabases,
  type TestDatabase,
} from './harness/databases';
export { type Answer, HttpClient, type Problem, type RequestOptions } from './harness/http-client';
export { mosquittoProgram, startMosquitto } from './harness/mosquitto';
export { accepts, freePort } from './harness/port';
export { createPostgresDatabase, type TemporaryPostgres } from './harness/postgres';
export { postgresPrograms, postgresUser } from './harness/postgres-cluster';
export { type PtyPair, startPtyPair } from './harness/pty-pair';
export { startRedis, type TemporaryRedis } from './harness/redis';
export {
  startTestServer,
  type TestAccount,
  type TestServer,
  type TestServerOptions,
} from './harness/server-app';
export { type DescribeOnShared, shareServers, shareWorlds } from './harness/shared-servers';
export { type ReceivedMail, startSmtp, type TemporarySmtp } from './harness/smtp';
export { startModule } from './harness/start-module';
export { type TemporaryDirectory, temporaryDirectory } from './harness/temporary-directory';
export * from './machine-bench';
export { type DnsPacket, freeUdpPort, NetworkListener } from './network-listener';
export * from './poll-until';
