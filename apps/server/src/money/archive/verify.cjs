// Verifies a yearly archive: `node verify.cjs`, in the folder of the archive. It needs Node.js and nothing else, and
// shares no code with the service that made the archive. / Vérifie une archive annuelle : « node verify.cjs », dans le
// dossier de l’archive. Il faut Node.js et rien d’autre ; ce programme ne partage aucun code avec le service.
'use strict';
const { createHash } = require('node:crypto');
const { createReadStream, existsSync, readFileSync } = require('node:fs');
const { join, normalize } = require('node:path');
const { createInterface } = require('node:readline');

/** @param {...string} texts */
const sha256 = (...texts) => createHash('sha256').update(texts.join(''), 'utf8').digest('hex');

/** The one text of a JSON value, RFC 8785: names sorted, no blanks, whole numbers only. @param {any} value @returns {string} */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') {
    if (typeof value === 'number' && !Number.isSafeInteger(value))
      throw new Error(`not a whole number: ${value}`);
    return JSON.stringify(value);
  }
  const names = Object.keys(value).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(value[name])}`).join(',')}}`;
}

/** @param {unknown} a @param {unknown} b */
const same = (a, b) => canonical(a) === canonical(b);

/** Objects of a file with one JSON object a line; none where the file does not exist. @param {string} file */
async function* linesOf(file) {
  if (!existsSync(file)) return;
  const lines = createInterface({
    input: createReadStream(file, 'utf8'),
    crlfDelay: Number.POSITIVE_INFINITY,
  });
  for await (const line of lines) if (line.trim() !== '') yield JSON.parse(line);
}

/** @param {string} file */
async function hashOfFile(file) {
  const hash = createHash('sha256');
  for await (const part of createReadStream(file)) hash.update(part);
  return hash.digest('hex');
}

class Verifier {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
    /** @type {string[]} */
    this.problems = [];
    this.counts = { files: 0, links: 0, documents: 0, payments: 0, allotments: 0, entries: 0, closures: 0 };
    this.manifest = JSON.parse(readFileSync(join(folder, 'archive.json'), 'utf8'));
    /** Payloads of links by kind and number. @type {Map<string, any>} */
    this.linked = new Map();
    /** Sums of days, from the links. @type {Map<string, any>} */
    this.days = new Map();
    /** @type {Map<string, any>} */
    this.closed = new Map();
    this.perpetual = { ...this.manifest.perpetualBefore };
  }

  /** @param {boolean} isRight @param {string} english @param {string} french */
  demand(isRight, english, french) {
    if (!isRight) this.problems.push(`${english} / ${french}`);
  }

  async run() {
    await this.checkFiles();
    await this.checkChain();
    await this.checkDocuments();
    await this.checkRows('payments', 'payment', paymentPayload);
    await this.checkRows('allotments', 'allotment', allotmentPayload);
    await this.checkRows('account-entries', 'account-entry', accountEntryPayload);
    this.checkAllPresent();
    return { counts: this.counts, problems: this.problems, last: this.manifest.last };
  }

  /** Every file is the one that SHA256SUMS names. */
  async checkFiles() {
    for (const line of readFileSync(join(this.folder, 'SHA256SUMS'), 'utf8').split('\n')) {
      const [, hash, path = ''] = /^([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? [];
      if (!hash) continue;
      const isInside = !normalize(path).startsWith('..');
      const file = join(this.folder, path);
      const found = isInside && existsSync(file) ? await hashOfFile(file) : '';
      this.demand(
        found === hash,
        `the file ${path} is missing or was changed`,
        `fichier absent ou modifié : ${path}`,
      );
      this.counts.files += 1;
    }
  }

  /** Every link is made from the one before, up to the last one that the manifest names. */
  async checkChain() {
    let { sequence, hash } = this.manifest.previous;
    for await (const link of linesOf(join(this.folder, 'chain.ndjson'))) {
      const place = `${link.sequence}`;
      this.demand(
        link.sequence === sequence + 1,
        `a link before ${place} is missing`,
        `un maillon manque avant ${place}`,
      );
      this.demand(
        link.previousHash === hash,
        `link ${place} does not follow`,
        `le maillon ${place} ne suit pas`,
      );
      const made = sha256(link.version, link.previousHash, link.payload);
      this.demand(made === link.hash, `link ${place} was changed`, `le maillon ${place} a changé`);
      const payload = JSON.parse(link.payload);
      this.linked.set(`${payload.record} ${payload.number}`, payload);
      this.follow(payload);
      ({ sequence, hash } = link);
      this.counts.links += 1;
    }
    const { last } = this.manifest;
    const isWhole = sequence === last.sequence && hash === last.hash;
    this.demand(isWhole, 'the end of the chain is missing', 'la fin de la chaîne manque');
  }

  /** @param {any} payload */
  follow(payload) {
    if (!`${payload.day ?? payload.firstDay ?? ''}`.startsWith(this.manifest.year)) return;
    if (payload.record === 'closure') this.checkClosure(payload);
    else if (payload.record !== 'files') this.addTo(payload.day, payload);
  }

  /** @param {string} day @param {any} payload */
  addTo(day, payload) {
    const sums = this.days.get(day) ?? emptySums();
    add(sums, sumsOf(payload));
    this.days.set(day, sums);
  }

  /** @param {any} closure */
  checkClosure({ number, period, firstDay, lastDay, totals, perpetual }) {
    const sums = emptySums();
    let ends = this.manifest.perpetualBefore;
    if (period === 'day') {
      add(sums, this.days.get(firstDay) ?? emptySums());
      this.perpetual = {
        soldCents: this.perpetual.soldCents + sold(sums),
        receivedCents: this.perpetual.receivedCents + received(sums),
      };
      ends = this.perpetual;
    } else
      for (const part of [...this.closed.values()].filter(
        (each) => each.period === (period === 'month' ? 'day' : 'month'),
      ))
        if (part.firstDay >= firstDay && part.lastDay <= lastDay) {
          add(sums, part.sums);
          ends = part.ends;
        }
    const isRight = same(listsOf(sums), totals) && same(ends, perpetual);
    this.demand(isRight, `the totals of ${number} are wrong`, `les totaux de ${number} sont faux`);
    this.closed.set(number, { period, firstDay, lastDay, sums, ends });
    this.counts.closures += 1;
  }

  async checkDocuments() {
    for (const number of this.manifest.documents) {
      const file = join(this.folder, 'documents', `${number}.json`);
      const link = this.linked.get(`document ${number}`);
      this.counts.documents += 1;
      if (!existsSync(file) || !link) {
        this.demand(false, `the document ${number} is missing`, `le document ${number} manque`);
        continue;
      }
      const payload = documentPayload(JSON.parse(readFileSync(file, 'utf8')), link);
      this.demand(
        same(payload, link),
        `the document ${number} was changed`,
        `le document ${number} a changé`,
      );
      await this.checkPapers(number);
    }
  }

  /** PDF and XML are those of the chain. @param {string} number */
  async checkPapers(number) {
    const files = this.linked.get(`files ${number}`);
    if (!files) return;
    for (const kind of ['pdf', 'xml']) {
      if (files[kind] === null) continue;
      const file = join(this.folder, 'documents', `${number}.${kind}`);
      const hash = existsSync(file) ? await hashOfFile(file) : '';
      const name = `${number}.${kind}`;
      this.demand(hash === files[kind], `${name} is missing or was changed`, `${name} est absent ou modifié`);
    }
  }

  /**
   * @param {'payments' | 'allotments' | 'account-entries'} name @param {string} record
   * @param {(row: any, link: any) => object} payloadOf
   */
  async checkRows(name, record, payloadOf) {
    for await (const row of linesOf(join(this.folder, `${name}.ndjson`))) {
      const link = this.linked.get(`${record} ${row.number}`);
      const isRight = link !== undefined && same(payloadOf(row, link), link);
      this.demand(isRight, `${name}: ${row.number} was changed`, `${name} : ${row.number} a changé`);
      this.linked.delete(`${record} ${row.number}`);
      this.counts[name === 'account-entries' ? 'entries' : name] += 1;
    }
  }

  /** Every record of the year that the chain names is in the archive. */
  checkAllPresent() {
    const documents = new Set(this.manifest.documents);
    for (const [key, { record, number, day = '' }] of this.linked) {
      if (!`${day}`.startsWith(this.manifest.year)) continue;
      const isThere =
        record === 'document' ? documents.has(number) : record === 'files' || record === 'closure';
      this.demand(isThere, `${key} is missing in the archive`, `${key} manque dans l’archive`);
    }
    const isClosed = this.closed.has(`A-${this.manifest.year}`);
    this.demand(isClosed, 'the closure of the year is missing', 'la clôture de l’année manque');
  }
}

/** @param {any} document @param {any} link */
function documentPayload({ content, issuedAt, salt }, link) {
  const { client, ...rest } = content;
  const { kind, number, issuedOn, cites, seller, vat, totals } = content;
  return {
    ...{ record: 'document', kind, number, day: issuedOn, issuedAt },
    cites: cites.map((/** @type {any} */ cited) => ({ number: cited.number, day: cited.day })),
    seller: seller.siren,
    rows: vat.map((/** @type {any} */ row) => ({
      ...{ category: row.categoryCode, rate: row.rateBasisPoints, base: row.baseCents, vat: row.vatCents },
    })),
    totals: { net: totals.netCents, vat: totals.vatCents, gross: totals.grossCents },
    client: salt ? sha256(salt, canonical(client)) : link.client,
    text: salt ? sha256(salt, canonical(rest)) : link.text,
    ...(link.carried === undefined ? {} : { carried: link.carried }),
  };
}

/** @param {any} row @param {any} link */
function paymentPayload({ salt, sealed, ...row }, link) {
  return { record: 'payment', ...row, text: salt ? sha256(salt, canonical(sealed)) : link.text };
}

/** @param {any} row @param {any} link */
function allotmentPayload({ salt, reason, ...row }, link) {
  return { record: 'allotment', ...row, text: salt ? sha256(salt, canonical({ reason })) : link.text };
}

/** @param {any} row @param {any} link */
function accountEntryPayload({ salt, sealed, ...row }, link) {
  return { record: 'account-entry', ...row, text: salt ? sha256(salt, canonical(sealed)) : link.text };
}

const emptySums = () => ({ documents: {}, vat: {}, payments: {}, accounts: {} });

/** @param {any} payload */
function sumsOf(payload) {
  const sums = /** @type {any} */ (emptySums());
  if (payload.record === 'document') {
    const sign = payload.kind === 'invoice' || payload.kind === 'deposit' ? 1 : -1;
    const { net, vat, gross } = payload.totals;
    sums.documents[payload.kind] = [1, net, vat, gross];
    for (const row of payload.rows)
      sums.vat[`${row.category} ${String(row.rate).padStart(5, '0')}`] = [sign * row.base, sign * row.vat];
  }
  if (payload.record === 'payment')
    sums.payments[payload.means] = [1, Math.max(0, payload.cents), Math.max(0, -payload.cents)];
  if (payload.record === 'account-entry') sums.accounts[payload.kind] = [1, payload.cents];
  return sums;
}

/** @param {any} sums @param {any} more */
function add(sums, more) {
  for (const [list, rows] of Object.entries(more))
    for (const [name, values] of Object.entries(rows))
      sums[list][name] = values.map((/** @type {number} */ value, /** @type {number} */ at) => {
        return value + (sums[list][name]?.[at] ?? 0);
      });
}

/** The lists of a closure, as its link has them. @param {any} sums */
function listsOf(sums) {
  const rows = (
    /** @type {Record<string, number[]>} */ list,
    /** @type {(name: string, values: number[]) => object} */ row,
  ) =>
    Object.entries(list)
      .filter(([, values]) => values.some((value) => value !== 0))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, values]) => row(name, values));
  return {
    documents: rows(sums.documents, (kind, [count, netCents, vatCents, grossCents]) => {
      return { kind, count, netCents, vatCents, grossCents };
    }),
    vat: rows(sums.vat, (name, [baseCents, vatCents]) => {
      const [categoryCode, rate] = name.split(' ');
      return { categoryCode, rateBasisPoints: Number(rate), baseCents, vatCents };
    }),
    payments: rows(sums.payments, (means, [count, inCents, outCents]) => ({
      means,
      count,
      inCents,
      outCents,
    })),
    accounts: rows(sums.accounts, (kind, [count, cents]) => ({ kind, count, cents })),
  };
}

/** @param {any} sums */
const sold = ({ documents }) =>
  Object.entries(documents).reduce((sum, [kind, [, , , gross]]) => {
    return sum + (kind === 'invoice' || kind === 'deposit' ? gross : -gross);
  }, 0);

/** @param {any} sums */
const received = ({ payments }) =>
  Object.values(payments).reduce((sum, [, cameIn, wentOut]) => sum + cameIn - wentOut, 0);

/**
 * @param {string} folder of an unpacked archive
 * @returns {Promise<{ counts: Record<string, number>, problems: string[], last: { sequence: number, hash: string } }>}
 * @throws Error where the folder is no archive
 */
const verifyArchive = (folder) => new Verifier(folder).run();

module.exports = { verifyArchive };

if (require.main === module)
  verifyArchive(process.argv[2] ?? __dirname).then(
    ({ counts, problems, last }) => {
      for (const problem of problems) process.stdout.write(`${problem}\n`);
      const { links, documents, payments, closures, files } = counts;
      process.stdout.write(
        `links/maillons ${links}, documents ${documents}, payments/encaissements ${payments}, ` +
          `closures/clôtures ${closures}, files/fichiers ${files}\n` +
          `last/dernier ${last.sequence} ${last.hash}\n` +
          `${problems.length === 0 ? 'WHOLE / INTACTE' : 'WRONG / ANOMALIES'}\n`,
      );
      process.exitCode = problems.length === 0 ? 0 : 3;
    },
    (error) => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
