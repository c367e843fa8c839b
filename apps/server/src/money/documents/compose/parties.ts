import type { ClientKind, ClientOnPaper, SellerOnPaper } from '@pandafab/domain';
import type { Organisation } from '../../../people/organisations/organisation.entity';
import type { SellerSettingsBody } from '../../seller/seller.schema';

/** Schools and associations are invoiced as businesses are; those that use Chorus Pro are entered as public bodies. */
const clientKindOf = ({ kind }: Pick<Organisation, 'kind'>): ClientKind =>
  kind === 'person' || kind === 'public-body' ? kind : 'business';

/** The client as the document prints it: a copy. */
export function clientOnPaper(client: Organisation): ClientOnPaper {
  const { name, addressLine, postcode, city, countryCode, siren, siret, vatNumber, email } = client;
  const numbers = { siren, siret, vatNumber, email, serviceCode: client.serviceCode };
  const kind = clientKindOf(client);
  return { kind, name, contactName: null, addressLine, postcode, city, countryCode, ...numbers };
}

/** The seller as the document prints it: a copy. */
export function sellerOnPaper(seller: SellerSettingsBody): SellerOnPaper {
  const { name, legalForm, addressLine, postcode, city, countryCode, siren, siret, vatNumber } = seller;
  const { rna, email, phone, website, iban, bic, logoSha256, wordings } = seller;
  return {
    ...{ name, legalForm, addressLine, postcode, city, countryCode, siren, siret, vatNumber },
    ...{ rna, email, phone, website, iban, bic, logoSha256, footer: wordings.footer },
  };
}
