import type { Locale } from "@/lib/text/locale";

/** The newsroom's time zone: its IANA name, and what it is called beside times. */
export type Zone = { readonly name: string; readonly label: string };
/** In which language and by whose clock a page is read. */
export type Reading = { readonly locale: Locale; readonly zone: Zone };

export const UTC: Zone = { name: "UTC", label: "UTC" };
