import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stringify } from "csv-stringify/sync";
import { planDossier } from "@/db/dossier/plan-dossier";
import type { DossierProblem } from "@/db/dossier/problem";
import { FILES, readDossier } from "@/db/dossier/read";
import { groupBy } from "@/lib/text/group-by";
import { validationSentence } from "@/lib/workflow/field-errors";
import { CSV_NOUNS, TEST_DESK } from "./csv-nouns";
import type { Verdict } from "./doors";

/** The loader speaks to whoever keeps the files: its own words, with the sentence that a form has for the same. */
const SAME: readonly (readonly [RegExp, Parameters<typeof validationSentence>[0]])[] = [
  [/^is empty/, "validation.required"],
  [/^is not one of |^is not city or empty/, "validation.choice"],
  [/^is not a country/, "validation.country"],
  [/^holds a character that was lost/, "validation.lostCharacter"],
  [/^holds a control character \((?<character>U\+[0-9A-F]+)\)/, "validation.controlCharacter"],
  [/is no date of the precision|^there is no such date/, "validation.edtf"],
];
function sentenceOf(reason: string): string {
  for (const [words, key] of SAME) {
    const found = words.exec(reason);
    if (found) return validationSentence(key, "en", found.groups);
  }
  return reason.replace(/ \(“.*”\)$/s, "");
}

const NAMED_BY_ALL = {
  ...{ id: "src-1", kind: "other", publisher: TEST_DESK, title: "x", published_precision: "unknown", language: "nl" },
};

/** Nothing that a file says happened lies after this day: that is asked where records are written. */
const LATE = "9999-12-30";

type Row = Readonly<Record<string, string>>;

/** Writes a folder for the loader, with these rows and those that all of them name. */
export async function writeDossier(folder: string, rows: Partial<Record<keyof typeof FILES, readonly Row[]>>) {
  for (const [key, { file, schema }] of Object.entries(FILES)) {
    const columns = Object.keys(schema.shape);
    const all = [...(key === "sources" ? [NAMED_BY_ALL] : []), ...(rows[key as keyof typeof FILES] ?? [])];
    await writeFile(join(folder, file), stringify(all, { header: true, columns }));
  }
  const own = { name: TEST_DESK, kind: "other", country_iso2: "", alternate_names: "", aliases: "", speakers: "" };
  await writeFile(join(folder, "organizations.csv"), stringify([own], { header: true }));
}

/** What the loader makes of each of these rows, in their order. */
export async function throughFile(kind: keyof typeof CSV_NOUNS, rows: readonly Row[]): Promise<Verdict[]> {
  const noun = CSV_NOUNS[kind];
  const folder = await mkdtemp(join(tmpdir(), "wederhoor-same-input-"));
  try {
    await writeDossier(folder, { [noun.file]: rows });
    const { dossier, lines, problems } = await readDossier(folder);
    const plan = planDossier(dossier, LATE);
    const found = groupBy([...problems, ...plan.problems], ({ file, line }: DossierProblem) => `${file}:${line}`);
    const fields = Object.fromEntries(Object.entries(noun.columns).map(([field, column]) => [column, field]));
    const lineOf = new Map(lines[noun.file]?.map(({ line, cells }) => [cells.id, line]));
    return rows.map((row) => {
      const wrong = found.get(`${FILES[noun.file].file}:${lineOf.get(row.id)}`) ?? [];
      const input = plan.of(kind).get(noun.slug(row.id ?? ""))?.input ?? null;
      if (wrong.length === 0) return { input, errors: null };
      const errors = groupBy(wrong, ({ column }) => fields[column ?? ""] ?? `column ${column}`);
      // Of a cell that can't be read the loader says one problem.
      const first = [...errors].map(([field, [problem]]) => [field, [sentenceOf(problem?.reason ?? "")]]);
      return { input: null, errors: Object.fromEntries(first) };
    });
  } finally {
    await rm(folder, { recursive: true });
  }
}
