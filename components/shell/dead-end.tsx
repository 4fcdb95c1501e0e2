"use client";

import { useTranslations } from "#translations";
import { ButtonLink } from "../ui/button";
import { Link } from "../ui/link";
import { SearchForm } from "./search-form";
import { Wordmark } from "./wordmark";

/* Next sends these with every page, in case it ends so. As client components they are named there, not drawn. */

/** A 404 that helps: search, and where the records are. */
export function NoSuchPage() {
  const t = useTranslations("shell");
  return (
    <div className="measure flex flex-col gap-4">
      <h1>{t("notFoundTitle")}</h1>
      <p>{t("notFoundLead")}</p>
      <p>{t("notFoundSearch")}</p>
      <SearchForm id="search-instead" />
      <ul className="flex flex-wrap gap-4">
        {(["stations", "evidence", "claims", "responses", "countries"] as const).map((place) => (
          <li key={place}>
            <Link href={`/${place}`}>{t(`nav.${place}`)}</Link>
          </li>
        ))}
      </ul>
      <div>
        <ButtonLink href="/">{t("toOverview")}</ButtonLink>
      </div>
    </div>
  );
}

/** A 403, with the way on. */
export function ClosedPage() {
  const t = useTranslations("shell");
  return (
    <div className="measure flex flex-col gap-4">
      <h1>{t("forbiddenTitle")}</h1>
      <p>{t("forbiddenLead")}</p>
      <div>
        <ButtonLink href="/" kind="primary">
          {t("toOverview")}
        </ButtonLink>
      </div>
    </div>
  );
}

/** The same for an address that no page has, which stands without the shell. */
export function NoSuchAddress() {
  return (
    <main id="content" className="mx-auto flex max-w-[90rem] flex-col gap-8 px-4 py-4 sm:px-6">
      <Wordmark />
      <NoSuchPage />
    </main>
  );
}
