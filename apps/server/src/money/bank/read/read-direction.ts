/** Which way money went, in a column of its own: D and C, Débit and Crédit, DBIT and CRDT, - and +. */
export function readDirection(cell: string): 'out' | 'in' | undefined {
  if (/^(-|d|db|dt|dbit|d[eé]bit|debit|sortie|out)$/i.test(cell.trim())) return 'out';
  if (/^(\+|c|cr|ct|crdt|cr[eé]dit|credit|entr[eé]e|in)$/i.test(cell.trim())) return 'in';
  return undefined;
}
