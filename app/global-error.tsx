"use client";

import { useSyncExternalStore } from "react";
import { type Broken, BrokenPage } from "@/components/shell/broken-page";
import { MessagesProvider } from "@/components/translations-client";
import { shell } from "@/lib/messages/shell";
import { isLocale, type Locale } from "@/lib/text/locale";
import "./globals.css";

const never = () => () => undefined;

function browserLocale(): Locale {
  const [language = ""] = navigator.language.split("-");
  return isLocale(language) ? language : "en";
}

/** Stands in for the whole document when not even the layout could be drawn, so it brings its own words. */
export default function GlobalError(broken: Broken) {
  const locale = useSyncExternalStore<Locale>(never, browserLocale, () => "en");
  return (
    <html lang={locale}>
      <body>
        <MessagesProvider locale={locale} catalogue={{ shell: shell[locale] }}>
          <main className="mx-auto max-w-3xl px-4 py-16">
            <BrokenPage {...broken} />
          </main>
        </MessagesProvider>
      </body>
    </html>
  );
}
