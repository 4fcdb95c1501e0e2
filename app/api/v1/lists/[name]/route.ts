import { listFile } from "@/app/_server/list-file";
import { fileRead } from "@/app/_server/route-handlers";

export const GET = fileRead<{ name: string }>((actor, { url, params }) => listFile(actor, url, params.name));
