"use client";

import type { ReactNode } from "react";
import { useReading, useTranslations } from "#translations";
import type { HeldForm } from "@/db/access/accounts/held-forms";
import type { Person } from "@/lib/workflow/actor";
import { FormOwner } from "../drafts/form-owner";
import { AccountMenu } from "./account-menu";
import { Navigation } from "./navigation";
import { type Appearance, LanguageChoices, ThemeChoices } from "./preferences";
import { SearchForm } from "./search-form";
import { SearchPalette } from "./search-palette";
import { Wordmark } from "./wordmark";

type Props = {
  /** Null: nobody is signed in, and nothing of the dossier is named. */
  person: Person | null;
  /** What they typed before their session ended. */
  held: HeldForm | null;
  appearance: Appearance;
  /** Remembers how pages are drawn in this browser. */
  choose: (form: FormData) => Promise<void>;
  signOut: () => Promise<void>;
  /** The newsroom's day as the reader's language writes it: a browser might write it otherwise. */
  today: string;
  /** Notices that the person has not read. */
  unread: number;
  children: ReactNode;
};

/**
 * What stands around every page. A client component as a whole, since what a server component draws is sent twice: as
 * markup, and as what React makes the page of.
 */
export function Shell({ person, held, appearance, choose, signOut, today, unread, children }: Props) {
  const t = useTranslations("shell");
  return (
    <FormOwner person={person?.id ?? null} held={held}>
      <div className="mx-auto flex min-h-dvh max-w-[90rem] flex-col px-4 sm:px-6">
        <a
          href="#content"
          className="absolute left-2 top-2 z-30 -translate-y-20 bg-accent px-3 py-2 text-accent-ink focus:translate-y-0"
        >
          {t("skip")}
        </a>
        <header className="border-b border-rule-strong print:hidden">
          <div className="flex min-h-16 items-center gap-4">
            <Wordmark />
            {person ? (
              <>
                <div className="ml-auto hidden w-full max-w-md md:flex">
                  <SearchForm id="search">
                    <SearchPalette />
                  </SearchForm>
                </div>
                <div className="ml-auto md:ml-0">
                  <AccountMenu {...{ person, appearance, choose, signOut }} />
                </div>
                <button
                  type="button"
                  popoverTarget="site-menu"
                  className="min-h-10 rounded-sm border border-rule-strong bg-raised px-3 font-semibold md:hidden"
                >
                  {t("menu")}
                </button>
              </>
            ) : (
              <form action={choose} className="ml-auto flex flex-wrap justify-end gap-x-4">
                <LanguageChoices />
                <ThemeChoices theme={appearance.theme} />
              </form>
            )}
          </div>
          {person && (
            <div id="site-menu" popover="auto" className="site-menu">
              <div className="md:hidden">
                <SearchForm id="search-phone" />
              </div>
              <Navigation person={person} unread={unread} />
            </div>
          )}
        </header>
        <main id="content" tabIndex={-1} className="flex-1 py-6 sm:py-8">
          {children}
        </main>
        <Foot today={today} />
      </div>
    </FormOwner>
  );
}

function Foot({ today }: { today: string }) {
  const t = useTranslations("shell");
  const { zone } = useReading();
  return (
    <footer className="flex flex-wrap justify-between gap-x-8 gap-y-1 border-t border-rule py-4 text-xs text-muted">
      <p>
        {t("footAsOf", { date: today, zone: zone.label })}. {t("footRule")}
      </p>
      <p>
        {t.rich("credits", {
          geonames: (name) => <a href="https://www.geonames.org/">{name}</a>,
          naturalearth: (name) => <a href="https://www.naturalearthdata.com/">{name}</a>,
        })}
      </p>
    </footer>
  );
}
