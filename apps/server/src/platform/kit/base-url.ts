import type { Server } from 'node:http';
import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { SERVER_CONFIG, type ServerConfig } from './config';

/** The address for links, in place of an address that means all network interfaces. */
const ANY_ADDRESS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** The first part of links for people. */
@Injectable()
export class BaseUrl {
  constructor(
    @Inject(SERVER_CONFIG) private readonly config: ServerConfig,
    private readonly http: HttpAdapterHost,
  ) {}

  /** Without a slash at its end. @throws Error where PUBLIC_URL is not set and the server does not listen yet. */
  get(): string {
    return (this.config.publicUrl ?? this.listeningAddress()).replace(/\/+$/, '');
  }

  private listeningAddress(): string {
    const bound = (this.http.httpAdapter.getHttpServer() as Server).address();
    if (!bound || typeof bound === 'string') throw new Error('the server does not listen yet');
    const address = ANY_ADDRESS[bound.address] ?? bound.address;
    return `http://${address.includes(':') ? `[${address}]` : address}:${bound.port}`;
  }
}
