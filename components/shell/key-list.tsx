import type { ReactNode } from "react";
import { useTranslations } from "#translations";
import { may } from "@/lib/workflow/policy";
import { KEYED_PLACES, type Place } from "./places";
import type { Reader } from "./reader";

/** The keys by where they work, those of Review for whoever may review. */
const GROUPS = {
  everywhere: { palette: "Ctrl K", search: "/", correct: "c", help: "?" },
  list: { next: "j", previous: "k", open: "↵", select: "x" },
  form: { save: "Ctrl ↵", submit: "Ctrl ⇧ ↵" },
  chart: { marks: "← →", records: "↵" },
  review: {
    peek: "␣",
    open: "o",
    approve: "a",
    changes: "r",
    publish: "p",
    submit: "s",
    correct: "c",
    undo: "z",
    assign: "i",
    plan: "e",
    tick: "x",
  },
} as const;

/** All keys with what they do. Needs the words of `keys` and `shell`. */
export function KeyList({ person }: { person: Pick<Reader, "role"> }) {
  const t = useTranslations("keys");
  const shell = useTranslations("shell");
  const names = Object.keys(GROUPS) as (keyof typeof GROUPS)[];
  const groups = names.filter((name) => name !== "review" || may(person, "read drafts"));
  const places = (KEYED_PLACES as readonly Place[]).filter(
    ([, , , permission]) => !permission || may(person, permission),
  );
  return (
    <div className="grid items-start gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
      {groups.map((group) => (
        <KeyGroup key={group} title={t(`group.${group}`)}>
          {Object.entries(GROUPS[group])
            .filter(([name]) => name !== "select" || may(person, "take on work"))
            .map(([name, key]) => (
              <KeyLine key={name} keys={[key]}>
                {t(`${group}.${name}` as "list.next")}
              </KeyLine>
            ))}
        </KeyGroup>
      ))}
      <KeyGroup title={t("group.go")}>
        {places.map(([name, , key]) => (
          <KeyLine key={name} keys={["g", key]}>
            {shell(`nav.${name}` as "nav.stations")}
          </KeyLine>
        ))}
      </KeyGroup>
    </div>
  );
}

function KeyGroup({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-base">{title}</h3>
      <dl className="grid items-start grid-cols-[6rem_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">{children}</dl>
    </section>
  );
}

function KeyLine({ keys, children }: { keys: readonly string[]; children: string }) {
  return (
    <>
      <dt className="flex gap-1">
        {keys.map((key) => (
          <kbd key={key} className="rounded-sm border border-rule-strong px-1.5 font-mono text-sm">
            {key}
          </kbd>
        ))}
      </dt>
      <dd>{children}</dd>
    </>
  );
}
