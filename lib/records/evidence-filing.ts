import { z } from "zod";
import { DERIVATIONS, STANCES } from "./claim";
import { evidenceInput } from "./evidence";
import { oneOf, optionalSlug, optionalText, recordOf, slugs } from "./input";
import { organizationInput } from "./organization";
import { slug } from "./slug";
import { validationKey } from "./validation-key";

/** What an item does to a claim, as its own form or page says it: a row of the claim's evidence. */
export const claimLink = z
  .object({
    claim: slug,
    stance: oneOf(STANCES),
    derivation: oneOf(DERIVATIONS),
    origin: optionalSlug,
    quote: optionalText(1000),
    locator: optionalText(200),
  })
  .transform(({ derivation, origin, ...link }) => ({
    ...link,
    derivation,
    // An item that has it from nobody names nobody.
    origin: derivation === "original" ? null : origin,
  }));
export type ClaimLink = z.infer<typeof claimLink>;

/** The publisher that an item is the first of. */
const outlet = organizationInput
  .pick({ name: true, kind: true, country: true, url: true })
  .transform((input) => organizationInput.parse({ ...input, alternateNames: [] }));

/** The parts of the form beside the item's own fields; a field of theirs is "link.claim". */
const PARTS = ["outlet", "link"] as const;
type Part = (typeof PARTS)[number];
export const partField = (part: Part, field: string) => `${part}.${field}`;

type Fields = Record<string, unknown>;
const partOf = (raw: Fields, part: Part): Fields =>
  Object.fromEntries(
    Object.entries(raw).flatMap(([name, value]) =>
      name.startsWith(`${part}.`) ? [[name.slice(part.length + 1), value]] : [],
    ),
  );
const isPart = (name: string) => PARTS.some((part) => name.startsWith(`${part}.`));

type Issue = { path: PropertyKey[]; message: string };

/** What one submit of the evidence form says: the item, a publisher that is not on file, and what it does to a claim. */
export const evidenceFiling = z
  .custom<Fields>((value) => typeof value === "object" && value !== null && !Array.isArray(value))
  .transform((raw, context) => {
    const item = recordOf(evidenceInput).safeParse(
      Object.fromEntries(Object.entries(raw).filter(([name]) => !isPart(name))),
      { error: validationKey },
    );
    const [named, linked] = [partOf(raw, "outlet"), partOf(raw, "link")];
    const { distinctFrom: others, ...written } = named;
    const isAdded = typeof written.name === "string" && written.name !== "";
    const isLinked = ["claim", "origin", "quote", "locator"].some((field) => linked[field]);
    const added = isAdded ? outlet.safeParse(written, { error: validationKey }) : null;
    const link = isLinked ? claimLink.safeParse(linked, { error: validationKey }) : null;
    const add = (issues: readonly Issue[], part?: Part) => {
      for (const { path, ...issue } of issues) {
        const [field = "", ...rest] = path.map(String);
        context.issues.push({
          ...issue,
          code: "custom",
          input: undefined,
          path: part ? [partField(part, field)] : [field, ...rest],
        });
      }
    };
    add(item.error?.issues ?? []);
    add(added?.error?.issues ?? [], "outlet");
    add(link?.error?.issues ?? [], "link");
    if (!item.success || added?.success === false || link?.success === false) return z.NEVER;
    return {
      ...item.data,
      outlet: added ? { input: added.data, distinctFrom: slugs.parse(others) } : null,
      link: link?.data ?? null,
    };
  });
export type EvidenceFiling = z.output<typeof evidenceFiling>;

/** What the form on an item's page says: the item, and the link in fields of its own. */
export const evidenceLinking = z
  .custom<Fields>((value) => typeof value === "object" && value !== null && !Array.isArray(value))
  .transform((raw, context) => {
    const item = slug.safeParse(raw.evidence);
    const link = claimLink.safeParse(partOf(raw, "link"), { error: validationKey });
    for (const { path, message } of link.error?.issues ?? []) {
      context.addIssue({ code: "custom", path: [partField("link", String(path[0] ?? "claim"))], message });
    }
    for (const { message } of item.error?.issues ?? []) {
      context.addIssue({ code: "custom", path: ["evidence"], message });
    }
    return item.success && link.success ? { evidence: item.data, link: link.data } : z.NEVER;
  });
