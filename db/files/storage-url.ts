import { fileURLToPath } from "node:url";

/** A bucket of a service that speaks S3. */
export type S3Location = {
  readonly bucket: string;
  /** Before each name: empty, or ending with a slash. */
  readonly prefix: string;
  /** Null: Amazon's own. */
  readonly endpoint: string | null;
  readonly region: string | null;
  /** Whether the bucket stands in the path, and not in the host's name. */
  readonly usePathStyle: boolean;
};
type StorageLocation = { readonly folder: string } | S3Location;

const PARAMETERS = ["endpoint", "region", "use_path_style"];

/**
 * `file:///a/folder`, or `s3://bucket/prefix?endpoint=https://…&region=…&use_path_style=…`.
 * @returns null when it is neither
 */
export function parseStorageUrl(text: string): StorageLocation | null {
  try {
    const url = new URL(text);
    if (url.protocol === "file:") return url.host === "" && !url.search ? { folder: fileURLToPath(url) } : null;
    return url.protocol === "s3:" ? readS3(url) : null;
  } catch {
    return null;
  }
}

function readS3({ hostname, port, username, password, pathname, searchParams, hash }: URL): S3Location | null {
  if (!/^[a-z0-9][a-z0-9.-]+[a-z0-9]$/.test(hostname) || port || username || password || hash) return null;
  if ([...searchParams.keys()].some((name) => !PARAMETERS.includes(name))) return null;
  const endpoint = searchParams.get("endpoint");
  const style = searchParams.get("use_path_style");
  if (style !== null && !["true", "false"].includes(style)) return null;
  if (endpoint !== null && !/^https?:$/.test(new URL(endpoint).protocol)) return null;
  const path = decodeURIComponent(pathname).replace(/^\/+|\/+$/g, "");
  return {
    bucket: hostname,
    prefix: path && `${path}/`,
    endpoint,
    region: searchParams.get("region"),
    usePathStyle: style === null ? endpoint !== null : style === "true",
  };
}
