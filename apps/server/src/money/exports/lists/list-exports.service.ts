import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, inLanguage, type Language, newId } from '@pandafab/shared';
import { ZodValidationException } from 'nestjs-zod';
import { audit } from '../../../platform/audit/audit';
import { CLOCK } from '../../../platform/kit/config';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import { UnitOfWork } from '../../../platform/persistence/unit-of-work';
import { LinesService } from '../../bank/lines.service';
import { DocumentsService } from '../../documents/documents.service';
import { parisDay } from '../../kit/paris';
import { AccountViews } from '../../member-accounts/account-views.service';
import { PrestationsService } from '../../prestations/prestations.service';
import { UsageService } from '../../pricing/usage.service';
import { csvOf } from '../tables/csv';
import { TABLE_TYPES, type TableFile, type TableFormat } from '../tables/table-file';
import { xlsxOf } from '../tables/xlsx';
import { accountEntriesList } from './account-entries-list';
import { balancesList } from './balances-list';
import { bankLinesList } from './bank-lines-list';
import { documentsList } from './documents-list';
import { type AnyList, anyList } from './list-export';
import { memberAccountsList } from './member-accounts-list';
import { paymentsList } from './payments-list';
import { prestationsList } from './prestations-list';
import { usageList } from './usage-list';

/** Every list of money as a table. A list is one line in `all`. */
@Injectable()
export class ListExports {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountViews,
    private readonly bankLines: LinesService,
    private readonly documents: DocumentsService,
    private readonly prestations: PrestationsService,
    private readonly usage: UsageService,
  ) {}

  private all(language: Language): readonly AnyList[] {
    return [
      anyList(accountEntriesList(this.database.manager, language)),
      anyList(balancesList(this.database.manager, parisDay(this.clock.now()))),
      anyList(bankLinesList(this.bankLines, language)),
      anyList(documentsList(this.documents, language)),
      anyList(memberAccountsList(this.accounts)),
      anyList(paymentsList(this.database.manager, language)),
      anyList(prestationsList(this.prestations)),
      anyList(usageList(this.usage)),
    ];
  }

  /**
   * Writes the audit entry before any data is sent.
   * @throws Fault EXPORT.LIST_UNKNOWN, EXPORT.TOO_MANY_ROWS; ZodValidationException for a filter that the list refuses
   */
  async table(name: string, format: TableFormat, filters: object, language: Language): Promise<TableFile> {
    const list = this.all(language).find((each) => each.name === name);
    if (!list) throw new Fault('EXPORT.LIST_UNKNOWN', { list: name });
    const { data: query, error } = list.query.safeParse(filters);
    if (error) throw new ZodValidationException(error);
    await this.unitOfWork.run((unit) =>
      audit(unit, {
        ...{ action: 'list.exported', subject: ['export', newId<string>()] },
        after: { list: name, format },
      }),
    );
    const titles = list.columns.map((title) => inLanguage(title, language));
    const cells = list.cells(query);
    const title = inLanguage(list.title, language);
    const body = format === 'csv' ? csvOf(titles, cells) : await xlsxOf(titles, cells, title);
    return { name: `${name}.${format}`, type: TABLE_TYPES[format], body };
  }
}
