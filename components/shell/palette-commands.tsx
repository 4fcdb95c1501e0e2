"use client";

import { Command } from "cmdk";
import { useTranslations } from "#translations";
import { DENSITIES, LOCALES, THEMES } from "@/lib/text/locale";
import { may } from "@/lib/workflow/policy";
import { DOSSIER, EXPLORE, FORMS, KEYED_PLACES, OWN, type Place, WORK } from "./places";
import type { Reader } from "./reader";

export type PaletteCommand = {
  key: string;
  label: string;
  /** Other words for it. */
  also?: string;
  /** What the row says beside it. */
  kind: "do" | "go";
  /** The keys that do the same. */
  keys?: readonly string[];
  /** It begins with what this page is about. */
  isHere?: boolean;
  run: () => void;
};

const MOST = 6;

const wordsOf = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Each word of the question begins a word of the command. */
const isMeant = (asked: readonly string[], { label, also = "" }: PaletteCommand) => {
  const words = wordsOf(`${label} ${also}`);
  return asked.every((word) => words.some((other) => other.startsWith(word)));
};

/** What the question names; before one is typed, what the desk records, and what this page is about first. */
export function useCommands(
  person: Pick<Reader, "role">,
  query: string,
  go: (href: string) => void,
): PaletteCommand[] {
  const forms = useForms(person, go);
  const places = usePlaces(person, go);
  const choices = useChoices();
  const asked = wordsOf(query);
  if (asked.length === 0)
    return forms.sort((one, other) => Number(other.isHere ?? false) - Number(one.isHere ?? false));
  // One letter names too much.
  if (query.length < 2) return [];
  return [...forms, ...places, ...choices].filter((command) => isMeant(asked, command)).slice(0, MOST);
}

/** Links of the page itself come first: they have filled in what it is about. */
const startHere = (href: string) =>
  document.querySelector<HTMLAnchorElement>(`main a.button[href^="${href}?"]`)?.getAttribute("href");

function useForms(person: Pick<Reader, "role">, go: (href: string) => void): PaletteCommand[] {
  const t = useTranslations("palette");
  const correct = document.querySelector<HTMLElement>("main [data-key=c]");
  const forms = FORMS.filter(([, , permission]) => may(person, permission)).map(([name, href]): PaletteCommand => {
    const here = startHere(href);
    const said = { label: t(`record.${name}`), also: t(`also.${name}`) };
    return { key: `new ${name}`, kind: "do", ...said, isHere: Boolean(here), run: () => go(here ?? href) };
  });
  if (!correct) return forms;
  const said = { label: t("correct"), also: t("also.correct"), keys: ["c"], isHere: true };
  return [...forms, { key: "correct", kind: "do", ...said, run: () => correct.click() }];
}

function usePlaces(person: Pick<Reader, "role">, go: (href: string) => void): PaletteCommand[] {
  const shell = useTranslations("shell");
  const all = [["overview", "/"], ...DOSSIER, ...EXPLORE, ...WORK, ...OWN] as const;
  const keyed = new Map((KEYED_PLACES as readonly Place[]).map(([name, , key]) => [name, key]));
  const permissions = new Map<string, Place[3]>([
    ...OWN.map(([name, , permission]) => [name, permission] as const),
    ...WORK.map(([name, , , permission]) => [name, permission] as const),
  ]);
  return all
    .filter(([name]) => {
      const permission = permissions.get(name);
      return !permission || may(person, permission);
    })
    .map(([name, href]) => {
      const key = keyed.get(name);
      const label = shell(`nav.${name}`);
      return { key: `go ${name}`, kind: "go", label, keys: key ? ["g", key] : [], run: () => go(href) };
    });
}

/** What the menu of the account chooses, by the buttons that stand there. */
function useChoices(): PaletteCommand[] {
  const t = useTranslations("palette");
  const shell = useTranslations("shell");
  const choice = (name: string, value: string, what: string, label: string): PaletteCommand => ({
    key: `${name} ${value}`,
    kind: "do",
    label: t("choice", { what, name: label }),
    run: () => document.querySelector<HTMLElement>(`#account-menu button[name=${name}][value=${value}]`)?.click(),
  });
  return [
    ...THEMES.map((value) => choice("theme", value, shell("theme"), shell(`themeName.${value}`))),
    ...LOCALES.map((value) => choice("locale", value, shell("language"), shell(`languageName.${value}`))),
    ...DENSITIES.map((value) => choice("density", value, shell("density"), shell(`densityName.${value}`))),
    {
      key: "keys",
      kind: "do",
      label: t("keys"),
      also: t("also.keys"),
      keys: ["?"],
      run: () => document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "?", bubbles: true })),
    },
  ];
}

type Props = { commands: readonly PaletteCommand[]; run: (command: PaletteCommand) => void };

export function PaletteCommands({ commands, run }: Props) {
  const t = useTranslations("palette");
  return commands.map((command) => (
    <Command.Item
      key={command.key}
      value={command.key}
      onSelect={() => run(command)}
      className="flex cursor-pointer items-baseline gap-2 px-2 py-2 data-[selected=true]:bg-accent-soft"
    >
      <span className="text-xs text-muted">{t(command.kind)}</span>
      <span>
        {command.label}
        {command.isHere && <span className="text-sm text-muted"> {t("here")}</span>}
      </span>
      <span className="ml-auto flex gap-1">
        {command.keys?.map((key) => (
          <kbd key={key} className="rounded-sm border border-rule-strong px-1.5 font-mono text-xs text-muted">
            {key}
          </kbd>
        ))}
      </span>
    </Command.Item>
  ));
}
