// In place of Next's module of this name: the request that a test's handlers answer, which only Next's server knows.

/** The request's cookies. */
export const jar = new Map<string, string>();

/** The request's headers, beside its host. */
export const sent = new Map<string, string>();

export const cookies = async () => ({
  set: (name: string, value: string) => jar.set(name, value),
  get: (name: string) => (jar.has(name) ? { name, value: jar.get(name) } : undefined),
});
export const headers = async () => new Headers({ host: "desk.example", ...Object.fromEntries(sent) });
