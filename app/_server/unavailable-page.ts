import { escapeMarkup } from "@/lib/text/escape-markup";
import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";

export type WhyShort = "busy" | "closing" | "badRequest" | "crossSite" | "unavailable" | "inDoubt";
/** A text that was typed, by the name of its field. */
export type KeptField = readonly [name: string, value: string];
type Look = {
  locale: Locale;
  theme: string | undefined;
  nonce: string;
  why: WhyShort;
  /** Of a form that was posted without JavaScript: it can be sent again from here. */
  fields?: readonly KeptField[];
};

const TITLE = {
  busy: "busyTitle",
  closing: "closingTitle",
  badRequest: "badRequestTitle",
  crossSite: "crossSiteTitle",
  unavailable: "unavailableTitle",
  inDoubt: "inDoubtTitle",
} as const;

// A line break in an attribute is kept as a reference: a parser takes CR LF for LF.
const quoted = (text: string) => escapeMarkup(text).replace(/[\r\n]/g, (end) => `&#${end.charCodeAt(0)};`);

const hidden = ([name, value]: KeptField) => `<input type="hidden" name="${quoted(name)}" value="${quoted(value)}">`;

/** What of a form may stand in a page: its texts, and nothing of one that holds a password. */
export function keptFields(form: FormData): readonly KeptField[] {
  const texts = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
  return texts.some(([name]) => name === "password") ? [] : texts;
}

/**
 * A document that stands on its own, with a status that React can't give a page: while the database can't be reached, while
 * there is no room, and for what never gets to a page. Its link asks for the same address again.
 */
export function unavailablePage({ locale, theme, nonce, why, fields = [] }: Look): string {
  const t = getTranslations(locale, "shell");
  const scheme = theme === "light" || theme === "dark" ? theme : "light dark";
  const lead =
    why === "unavailable" && fields.length === 0 ? t("unavailableLead") : getTranslations(locale, "refusal")(why);
  const again =
    fields.length > 0
      ? `<p>${t("textKept")}</p><form method="post" enctype="multipart/form-data" action="">${fields.map(hidden).join("")}<button>${t("sendAgain")}</button></form>`
      : `<p><a href="">${t("tryAgain")}</a></p>`;
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t(TITLE[why])} · Wederhoor</title>
<style nonce="${nonce}">
:root { color-scheme: ${scheme}; background: light-dark(#fbfaf7, #141413); color: light-dark(#1b1b1a, #ece9e2); }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: 4rem 1rem; }
h1 { font: 600 1.9rem/1.2 Georgia, serif; }
a { color: light-dark(#1d4f91, #8ab4f0); }
button { font: inherit; padding: 0.5rem 1rem; }
</style>
</head>
<body><main role="alert"><h1>${t(TITLE[why])}</h1><p>${lead}</p>${again}</main></body>
</html>
`;
}
