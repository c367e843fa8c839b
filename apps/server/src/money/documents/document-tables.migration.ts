import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  makeAppendOnly,
  makeFrozenAfter,
  refuseWhen,
  runAll,
} from '../../platform/persistence/migration-steps';
import { addWordIndex, storeWords } from '../../platform/search/word-index';
import { documentWords } from './document-words';

const statements = [
  `CREATE TABLE documents (
    id varchar PRIMARY KEY NOT NULL, kind varchar NOT NULL, state varchar NOT NULL, number varchar,
    version bigint NOT NULL, "replacesId" varchar REFERENCES documents(id),
    "prestationId" varchar NOT NULL REFERENCES prestations(id),
    "organisationId" varchar NOT NULL REFERENCES organisations(id), "citesId" varchar REFERENCES documents(id),
    request text NOT NULL, content text, "clientName" varchar NOT NULL, reference varchar NOT NULL,
    title varchar NOT NULL, "purchaseOrder" varchar, "foldedWords" varchar, "issuedOn" varchar, "dueOn" varchar,
    "validUntil" varchar, "netCents" bigint, "vatCents" bigint, "grossCents" bigint,
    "createdBy" varchar NOT NULL REFERENCES accounts(id), "createdAt" bigint NOT NULL,
    "issuedBy" varchar REFERENCES accounts(id), "issuedAt" bigint, "sentAt" bigint, key varchar,
    salt varchar NOT NULL)`,
  'CREATE UNIQUE INDEX documents_number ON documents (number) WHERE number IS NOT NULL',
  'CREATE UNIQUE INDEX documents_key ON documents (key) WHERE key IS NOT NULL',
  'CREATE INDEX documents_prestation ON documents ("prestationId", "createdAt")',
  'CREATE INDEX documents_organisation ON documents ("organisationId", "createdAt")',
  'CREATE INDEX documents_cites ON documents ("citesId") WHERE "citesId" IS NOT NULL',
  'CREATE INDEX documents_replaces ON documents ("replacesId") WHERE "replacesId" IS NOT NULL',
  'CREATE INDEX documents_created ON documents ("createdAt", id)',
  'CREATE INDEX documents_kind ON documents (kind, "createdAt", id)',
  'CREATE INDEX documents_issued ON documents ("issuedOn")',
  'CREATE INDEX documents_due ON documents ("dueOn", id)',
  `CREATE TABLE document_files (
    id varchar PRIMARY KEY NOT NULL, "documentId" varchar NOT NULL REFERENCES documents(id), kind varchar NOT NULL,
    sha256 varchar NOT NULL, bytes bigint NOT NULL, "createdAt" bigint NOT NULL)`,
  'CREATE UNIQUE INDEX document_files_kind ON document_files ("documentId", kind)',
  'CREATE INDEX document_files_content ON document_files (sha256)',
  `CREATE TABLE acceptances (
    "documentId" varchar PRIMARY KEY NOT NULL REFERENCES documents(id), decision varchar NOT NULL, how varchar NOT NULL,
    name varchar NOT NULL, reason varchar, at bigint NOT NULL, address varchar, "pdfSha256" varchar NOT NULL,
    "recordedBy" varchar REFERENCES accounts(id), "recordedAt" bigint NOT NULL)`,
  `CREATE TABLE document_mails (
    id varchar PRIMARY KEY NOT NULL, "documentId" varchar NOT NULL REFERENCES documents(id), address varchar NOT NULL,
    subject varchar NOT NULL, text varchar NOT NULL, "sentBy" varchar NOT NULL REFERENCES accounts(id),
    "requestedAt" bigint NOT NULL, result varchar NOT NULL, failure varchar, "settledAt" bigint)`,
  'CREATE INDEX document_mails_document ON document_mails ("documentId")',
];

/** Everything but `state` and `sentAt`. */
const FROZEN = [
  ...[
    'id',
    'kind',
    'number',
    'version',
    'replacesId',
    'prestationId',
    'organisationId',
    'citesId',
    'request',
  ],
  ...['content', 'clientName', 'reference', 'title', 'purchaseOrder', 'foldedWords', 'issuedOn', 'dueOn'],
  ...['validUntil', 'netCents', 'vatCents', 'grossCents', 'createdBy', 'createdAt', 'issuedBy', 'issuedAt'],
  ...['key', 'salt'],
];

/** Documents of every kind; from their number on, the database refuses changes and deletions. */
export class DocumentTables1764500012000 implements MigrationInterface {
  name = 'DocumentTables1764500012000';

  async up(runner: QueryRunner): Promise<void> {
    await runAll(runner, statements);
    await addWordIndex(runner, documentWords);
    await storeWords(runner, documentWords);
    await makeFrozenAfter(runner, 'documents', { when: 'OLD.number IS NOT NULL', columns: FROZEN });
    await refuseWhen(runner, {
      name: 'documents_state',
      verb: 'UPDATE OF state',
      table: 'documents',
      when: `OLD.state IN ('issued', 'accepted', 'refused', 'expired') OR (OLD.number IS NOT NULL AND NEW.state = 'draft')`,
    });
    for (const table of ['document_files', 'acceptances']) await makeAppendOnly(runner, table);
  }

  async down(): Promise<void> {
    throw new Error('documents are kept for ten years: restore a backup instead');
  }
}
