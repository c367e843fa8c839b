import { openAsBlob } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { language } from './language.mjs';

/** An answer that is not a success; its message is the server's problem+json, in the terminal's language. */
export class ApiError extends Error {
  /** @param {string} request @param {number} status @param {{ title?: string, detail?: string } | undefined} problem */
  constructor(request, status, problem) {
    super([`${request}: ${status}`, problem?.title, problem?.detail].filter(Boolean).join('\n  '));
    this.status = status;
    this.problem = problem;
  }
}

const parsed = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A client of the HTTP API: a session cookie after `login`, or a token. */
export class ApiClient {
  #base;
  /** @type {Record<string, string>} */
  #headers;

  /**
   * @param {string} baseUrl such as http://127.0.0.1:3000
   * @param {{ token?: string }} [options]
   */
  constructor(baseUrl, { token } = {}) {
    this.#base = baseUrl;
    this.#headers = { 'accept-language': language, ...(token ? { authorization: `Bearer ${token}` } : {}) };
  }

  /**
   * @param {string} method
   * @param {string} path such as /api/v1/jobs
   * @param {{ json?: unknown, body?: BodyInit }} [content]
   * @returns {Promise<Response>}
   * @throws {ApiError}
   */
  async request(method, path, { json, body } = {}) {
    const response = await fetch(`${this.#base}${path}`, {
      method,
      headers: { ...this.#headers, ...(json === undefined ? {} : { 'content-type': 'application/json' }) },
      body: json === undefined ? body : JSON.stringify(json),
    });
    if (!response.ok) {
      throw new ApiError(`${method} ${path}`, response.status, parsed(await response.text()));
    }
    return response;
  }

  async #object(method, path, content) {
    return parsed(await (await this.request(method, path, content)).text());
  }

  /** @param {string} path */
  get = (path) => this.#object('GET', path);
  /** @param {string} path @param {unknown} [json] */
  post = (path, json = {}) => this.#object('POST', path, { json });
  /** @param {string} path @param {unknown} json */
  put = (path, json) => this.#object('PUT', path, { json });
  /** @param {string} path @param {unknown} json */
  patch = (path, json) => this.#object('PATCH', path, { json });

  /**
   * Opens a session; every later request sends its cookie.
   * @param {string} path the address for signing in
   * @param {unknown} credentials
   */
  async login(path, credentials) {
    const response = await this.request('POST', path, { json: credentials });
    this.#headers.cookie = response.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
    return parsed(await response.text());
  }

  /**
   * Sends a file from disk as multipart, with plain fields before it; the file is never held in memory.
   * @param {string} path
   * @param {string} file path on disk
   * @param {Record<string, string>} [fields]
   */
  async upload(path, file, fields = {}) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', await openAsBlob(file), basename(file));
    return this.#object('POST', path, { body: form });
  }

  /** @param {string} path @param {string} file where to write the answer's bytes */
  async download(path, file) {
    const response = await this.request('GET', path);
    await writeFile(file, Buffer.from(await response.arrayBuffer()));
  }
}
