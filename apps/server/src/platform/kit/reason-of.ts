/**
 * The cause of a network error, in words. A host name with several addresses, such as localhost, fails with one error
 * for each address and no message of its own.
 */
export function reasonOf(error: Error): string {
  const causes = error instanceof AggregateError ? (error.errors as Error[]).map(reasonOf) : [];
  const { code } = error as NodeJS.ErrnoException;
  return error.message || causes.join('; ') || code || error.name;
}
