import type { Locale } from "@/lib/text/locale";
import { getTranslations } from "@/lib/text/translations";

type Look = { locale: Locale; theme: string | undefined; nonce: string };

/**
 * The document that `proxy.ts` answers with a 503 while the database can't be reached: React can't give a page that
 * status. It stands on its own, and its link asks for the same address again.
 */
export function unavailablePage({ locale, theme, nonce }: Look): string {
  const t = getTranslations(locale, "shell");
  const scheme = theme === "light" || theme === "dark" ? theme : "light dark";
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${t("unavailableTitle")} · Wederhoor</title>
<style nonce="${nonce}">
:root { color-scheme: ${scheme}; background: light-dark(#fbfaf7, #141413); color: light-dark(#1b1b1a, #ece9e2); }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 36rem; margin: 0 auto; padding: 4rem 1rem; }
h1 { font: 600 1.9rem/1.2 Georgia, serif; }
a { color: light-dark(#1d4f91, #8ab4f0); }
</style>
</head>
<body><main role="alert"><h1>${t("unavailableTitle")}</h1><p>${t("unavailableLead")}</p><p><a href="">${t("tryAgain")}</a></p></main></body>
</html>
`;
}
