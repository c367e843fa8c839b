import { createHash } from 'node:crypto';
import type { HttpClient, TestAccount, TestServer } from '@pandafab/testing';
import { ChainWorld, type FurnishedLab, smallPart } from '../fixtures/chain-world';
import type { Form } from './forms';
import { exchangeOn, type WireAnswer, type WireRequest } from './wire';

/** The same in all tests, so that it is read once. */
export const PART = smallPart('slicer doors');

export interface Job {
  readonly id: string;
  readonly memberId: string;
  readonly labId: string;
  readonly onlyMachineId: string | null;
  readonly groupId: string | null;
  readonly fileName: string;
  readonly state: string;
}

/** A maker with a token for slicers. */
export interface Maker extends TestAccount {
  readonly tokenId: string;
  readonly key: string;
  readonly user: string;
}

/** A server with a lab of one machine, whose slicers are sockets. */
export class DoorsWorld {
  private constructor(
    readonly chain: ChainWorld,
    readonly lab: FurnishedLab,
    readonly maker: Maker,
  ) {}

  /** @param content is read by the server before the tests begin */
  static async open(server: TestServer): Promise<DoorsWorld> {
    const chain = await ChainWorld.of(server);
    const lab = await chain.makeLab();
    await chain.jobWhen((await chain.submit(lab.labId, PART)).id, 'queued');
    return new DoorsWorld(chain, lab, await makerOn(server));
  }

  get server(): TestServer {
    return this.chain.server;
  }

  get ofLab(): string {
    return `/s/${this.lab.labId}`;
  }

  get ofMachine(): string {
    return `/s/${this.lab.labId}/${this.lab.machineId}`;
  }

  newMaker(): Promise<Maker> {
    return makerOn(this.server);
  }

  /** @throws Error if no answer came */
  async send(request: WireRequest): Promise<WireAnswer> {
    const answer = await exchangeOn(this.server.url, request);
    if (!answer) throw new Error(`${request.method} ${request.path}: no answer`);
    return answer;
  }

  get(path: string, headers: Record<string, string> = { 'X-Api-Key': this.maker.key }): Promise<WireAnswer> {
    return this.send({ method: 'GET', path, headers });
  }

  post(path: string, { contentType, body }: Form, headers: Record<string, string> = {}): Promise<WireAnswer> {
    const all = { 'X-Api-Key': this.maker.key, 'Content-Type': contentType, ...headers };
    return this.send({ method: 'POST', path, headers: all, body });
  }

  async jobs({ client }: { client: HttpClient } = this.maker): Promise<Job[]> {
    return (await client.get<{ items: Job[] }>('/api/v1/jobs?limit=100')).body.items;
  }

  async uploads(
    { client }: { client: HttpClient } = this.maker,
  ): Promise<{ id: string; fileName: string }[]> {
    return (await client.get<{ items: { id: string; fileName: string }[] }>('/api/v1/uploads')).body.items;
  }

  /** What the maker has of this name: jobs and uploads. */
  async named(fileName: string, maker: Maker = this.maker) {
    const jobs = (await this.jobs(maker)).filter((each) => each.fileName === fileName);
    const uploads = (await this.uploads(maker)).filter((each) => each.fileName === fileName);
    return { jobs, uploads: uploads.length };
  }
}

async function makerOn(server: TestServer): Promise<Maker> {
  const account = await server.accountWith('maker');
  const { body } = await account.client.post<{ id: string; token: string; slicerUser: string }>(
    '/api/v1/tokens',
    { name: 'my slicer', scopes: ['slicer'] },
  );
  return { ...account, tokenId: body.id, key: body.token, user: body.slicerUser };
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

/** The answer of libcurl to a challenge of Digest (RFC 7616). */
export function signedBy(
  { user, key }: Pick<Maker, 'user' | 'key'>,
  challenge: string,
  { method, path }: Pick<WireRequest, 'method' | 'path'>,
): string {
  const given = (name: string) => new RegExp(`${name}="?([^",]+)`).exec(challenge)?.[1] ?? '';
  const [realm, nonce] = [given('realm'), given('nonce')];
  const [cnonce, nc] = ['MTIzNDU2Nzg5MGFiY2RlZg==', '00000001'];
  const [a1, a2] = [md5(`${user}:${realm}:${key}`), md5(`${method}:${path}`)];
  const response = md5(`${a1}:${nonce}:${nc}:${cnonce}:auth:${a2}`);
  return (
    `Digest username="${user}", realm="${realm}", nonce="${nonce}", uri="${path}", ` +
    `cnonce="${cnonce}", nc=${nc}, qop=auth, response="${response}", algorithm=MD5`
  );
}
