import "server-only";
import { headers } from "next/headers";
import type { PictureData } from "@/lib/picture";
import { pictureCsv, pictureJson } from "@/lib/picture-file";
import { NO_STORE } from "./problem";

type File = {
  name: string;
  /** Where the picture is to be seen, from the root. */
  path: string;
  data: PictureData;
  format: "csv" | "json";
};

/** A picture's figures as a file to keep. */
export async function pictureFile({ name, path, data, format }: File): Promise<Response> {
  const origin = process.env.NEXTAUTH_URL ?? `http://${(await headers()).get("host")}`;
  const where = { name, url: new URL(path, origin).href };
  const attached = { ...NO_STORE, "Content-Disposition": `attachment; filename="${name}.${format}"` };
  if (format === "json") return Response.json(pictureJson(where, data), { headers: attached });
  return new Response(pictureCsv(where, data), {
    headers: { ...attached, "Content-Type": "text/csv; charset=utf-8; header=present" },
  });
}
