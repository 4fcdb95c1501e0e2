"use server";

import { z } from "zod";
import { confirmDerived, setNotCopy } from "@/db/access/evidence/alike-texts";
import { slug } from "@/lib/records/slug";
import { formAction } from "./form-action";

const copy = z.object({ evidence: slug, source: slug });
const back = (_result: unknown, { evidence }: { evidence: string }) => `/evidence/${evidence}#alike-texts`;

export const confirmDerivedAction = formAction(copy, confirmDerived, {
  tell: ({ claims, proposals }, _copy, t) => ({
    text: t("derived", { claims: claims - proposals, proposals }).trim(),
  }),
  done: back,
});

export const notCopyAction = formAction(
  copy.extend({ isNotCopy: z.enum(["true", "false"]) }),
  (actor, { isNotCopy, ...pair }) => setNotCopy(actor, pair, isNotCopy === "true"),
  { tell: (_result, { isNotCopy }, t) => ({ text: t(isNotCopy === "true" ? "notCopy" : "undone") }), done: back },
);
