/** One entry of a CAMT.053 file for tests; `details` is inside `NtryDtls`. */
export const entry = (
  amount: string,
  details = '',
  more = '<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>',
): string => `
  <Ntry><Amt Ccy="EUR">${amount}</Amt>${more}<BookgDt><Dt>2026-11-02</Dt></BookgDt>
  ${details && `<NtryDtls>${details}</NtryDtls>`}</Ntry>`;

/** A CAMT.053 file around entries. @param version such as 02 or 08 */
export const camtFile = (entries: string, version = '02', balances = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>
<GrpHdr><MsgId>1</MsgId></GrpHdr><Stmt><Id>S1</Id>
<Acct><Id><IBAN>FR7630006000011234567890189</IBAN></Id></Acct>${balances}${entries}
</Stmt></BkToCstmrStmt></Document>`;
