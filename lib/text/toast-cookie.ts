/** What was just done: left by the server with its answer, and read and dropped by the page that is then shown. */
export const TOAST_COOKIE = "wederhoor-toast";

export type Toast = {
  readonly text: string;
  /** Where it can be seen. */
  readonly link?: { readonly href: string; readonly label: string };
  /** The fields of the form that takes it back. */
  readonly undo?: Readonly<Record<string, string | readonly string[]>>;
};

const isOwnPath = (href: unknown) => typeof href === "string" && /^\/(?![/\\])/.test(href);

/** The toast of a cookie's value; null for what is none. */
export function readToast(value: string): Toast | null {
  try {
    const read = JSON.parse(value) as Partial<Toast> | null;
    if (typeof read?.text !== "string") return null;
    const { text, link, undo } = read;
    return { text, ...(isOwnPath(link?.href) && { link }), ...(undo && { undo }) };
  } catch {
    return null;
  }
}
