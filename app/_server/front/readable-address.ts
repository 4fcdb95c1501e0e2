/** Whether the path of an address is a text: percent-encoded UTF-8. */
export function isReadablePath(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return pathname.startsWith("/");
  } catch {
    return false;
  }
}
