"use client";

import type { ReactNode } from "react";
import { useReading, useTranslations } from "#translations";
import type { HeldForm } from "@/db/access/accounts/held-forms";
import type { WorkCounts } from "@/db/access/queue/work-counts";
import { may } from "@/lib/workflow/policy";
import type { FormAction } from "../drafts/come-again";
import { FormOwner } from "../drafts/form-owner";
import { AccountMenu } from "./account-menu";
import { DeskKeys } from "./desk-keys";
import { InboxLink } from "./inbox-link";
import { Navigation, type WrittenCounts } from "./navigation";
import { mayRecord, NewButton, NewMenu } from "./new-menu";
import { PhoneBar } from "./phone-bar";
import { type Appearance, LanguageChoices, ThemeChoices } from "./preferences";
import type { Reader } from "./reader";
import { SearchForm } from "./search-form";
import { SearchPalette } from "./search-palette";
import { Toaster } from "./toaster";
import { Wordmark } from "./wordmark";

type Props = {
  /** Null: nobody is signed in, and nothing of the dossier is named. */
  person: Reader | null;
  /** What they typed before their session ended. */
  held: HeldForm | null;
  appearance: Appearance;
  /** Remembers how pages are drawn in this browser. */
  choose: (form: FormData) => Promise<void>;
  /** The newsroom's day as the reader's language writes it: a browser might write it otherwise. */
  today: string;
  /** Notices that the person has not read. */
  unread: number;
  /** What waits for the desk; null: nobody of the desk reads this. */
  work: WorkCounts | null;
  /** How much of each kind is on file, for this reader. */
  counts: WrittenCounts | null;
  /** Takes back what a toast said. */
  undo: FormAction;
  children: ReactNode;
};

/**
 * What stands around every page. A client component as a whole, since what a server component draws is sent twice: as
 * markup, and as what React makes the page of.
 */
export function Shell({ person, held, appearance, choose, today, unread, work, counts, undo, children }: Props) {
  const t = useTranslations("shell");
  return (
    <FormOwner person={person?.id ?? null} held={held}>
      <div className="desk-page">
        <a href="#content" className="skip-link">
          {t("skip")}
        </a>
        <header className="site-head">
          <Wordmark />
          {person ? (
            <>
              <div id="site-menu" popover="auto" className="site-menu">
                <Navigation person={person} work={work} counts={counts} />
              </div>
              <div className="site-search">
                <SearchForm id="search">
                  <SearchPalette person={person} />
                </SearchForm>
              </div>
              <div className="site-tools">
                {mayRecord(person) && (
                  <NewButton className="button button-secondary hidden md:inline-flex">{t("new")}</NewButton>
                )}
                {may(person, "read the discussion") && <InboxLink unread={unread} />}
                <AccountMenu {...{ person, appearance, choose }} />
              </div>
              <NewMenu person={person} />
            </>
          ) : (
            <form action={choose} className="ml-auto flex flex-wrap justify-end gap-x-4">
              <LanguageChoices />
              <ThemeChoices theme={appearance.theme} />
            </form>
          )}
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <Foot today={today} />
        {person && <PhoneBar person={person} />}
        {person && <DeskKeys person={person} />}
        {person && <Toaster undo={undo} />}
      </div>
    </FormOwner>
  );
}

function Foot({ today }: { today: string }) {
  const t = useTranslations("shell");
  const { zone } = useReading();
  return (
    <footer className="desk-foot">
      <p>{`${t("footAsOf", { date: today, zone: zone.label })}. ${t("footRule")}`}</p>
      <p>
        {t.rich("credits", {
          geonames: (name) => <a href="https://www.geonames.org/">{name}</a>,
          naturalearth: (name) => <a href="https://www.naturalearthdata.com/">{name}</a>,
        })}
      </p>
    </footer>
  );
}
