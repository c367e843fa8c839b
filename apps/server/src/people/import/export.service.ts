import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { folded, type LabId, type Language, type MemberId, newId } from '@pandafab/shared';
import { stringify } from 'csv-stringify/sync';
import { In, MoreThan } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { audit } from '../../platform/audit/audit';
import { guarded, lastDay } from '../../platform/kit/cells';
import { CHUNK } from '../../platform/persistence/chunks';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Member, MemberContact } from '../members/member.entity';
import { residenciesOf } from '../members/residency';
import { headings } from './columns';
import { withoutBrackets } from './find-guardian';

/** Spreadsheets recognise UTF-8 by this byte order mark. */
const BYTE_ORDER_MARK = '\ufeff';
/**
 * Also quotes characters at which another spreadsheet ends a cell: the rest would begin a new cell, and could be a
 * formula.
 */
const LINES = { delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n\t,|]/ };

/** All members in a file that spreadsheets and `ImportsService` can read. */
@Injectable()
export class ExportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** Writes the audit entry before any data is sent. */
  async start(language: Language): Promise<Readable> {
    const subject = ['export', newId<string>()] as const;
    await this.unitOfWork.run((unit) => audit(unit, { action: 'members.exported', subject }));
    return Readable.from(this.pages(language));
  }

  private async *pages(language: Language): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK + stringify([headings(language)], LINES);
    const labs = labCells(await this.read.of(Lab).find());
    let after = '';
    for (;;) {
      const where = { id: MoreThan(after as MemberId) };
      const members = await this.read.of(Member).find({ where, order: { id: 'ASC' }, take: CHUNK });
      const last = members.at(-1);
      if (!last) return;
      after = last.id;
      const rows = await this.rows(members, labs);
      yield stringify(
        rows.map((row) => row.map(guarded)),
        LINES,
      );
    }
  }

  private async rows(members: readonly Member[], labs: ReadonlyMap<LabId, string>): Promise<string[][]> {
    const guardianIds = members.flatMap(({ guardianId }) => guardianId ?? []);
    const ids = members.map(({ id }) => id);
    const contacts = await this.contacts([...ids, ...guardianIds]);
    const residencies = await residenciesOf(this.read.manager, ids);
    return members.flatMap(({ id, category, homeLabId, minorUntil, guardianId }) => {
      const contact = contacts.get(id);
      // Members whose contact data was erased are not exported.
      if (!contact) return [];
      const guardian = guardianId ? contacts.get(guardianId) : undefined;
      const residency = residencies.get(id);
      return [
        [
          ...[contact.displayName, contact.email ?? '', contact.phone ?? '', category],
          (homeLabId && labs.get(homeLabId)) ?? '',
          residency ? lastDay(residency.validUntil) : '',
          minorUntil === null ? '' : lastDay(minorUntil),
          guardian ? mailbox(guardian) : '',
        ],
      ];
    });
  }

  private async contacts(ids: readonly MemberId[]): Promise<ReadonlyMap<MemberId, MemberContact>> {
    const found = await this.read.of(MemberContact).findBy({ memberId: In(ids) });
    return new Map(found.map((contact) => [contact.memberId, contact]));
  }
}

/** A lab's name; its id if another lab has the same name. */
function labCells(labs: readonly Lab[]): ReadonlyMap<LabId, string> {
  const namesakes = (name: string) => labs.filter((lab) => folded(lab.name) === folded(name)).length;
  return new Map(labs.map(({ id, name }) => [id, namesakes(name) > 1 ? id : name]));
}

/** Families share addresses: the name next to the address identifies the member. */
const mailbox = ({ displayName, email }: MemberContact): string =>
  email === null ? withoutBrackets(displayName) : `${withoutBrackets(displayName)} <${email}>`;
