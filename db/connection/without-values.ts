/** What PostgreSQL and its drivers tell of the values of a statement. */
const TELLING = ["detail", "where", "params"];
/** "invalid input syntax for type date: …" says the text itself. */
const DATA = /^22/;

function rename(error: Error, message: string): void {
  const { stack = "", message: before } = error;
  error.message = message;
  error.stack = stack.replace(before, () => message);
}

/**
 * Takes out of an error what people had typed: errors are logged, and a draft's text has no place there. Which statement
 * failed, and by which rule, stays.
 */
export function withoutValues<E>(error: E): E {
  if (!(error instanceof Error)) return error;
  const { code, routine } = error as { code?: unknown; routine?: unknown };
  if (typeof code === "string" && DATA.test(code))
    rename(error, `A value was refused (${code}, ${String(routine)}).`);
  // drizzle's own: the statement, a line break, and every parameter.
  else if ("params" in error && "query" in error) rename(error, `Failed query: ${String(error.query)}`);
  for (const name of TELLING) Reflect.deleteProperty(error, name);
  return error;
}
