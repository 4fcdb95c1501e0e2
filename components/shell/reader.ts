import type { Person } from "@/lib/workflow/actor";

/** Who reads the page, as the shell is told: the language is the page's. */
export type Reader = Omit<Person, "locale">;
