import { useTranslations } from "#translations";
import { KeyList } from "@/components/shell/key-list";
import { PageHeading } from "@/components/ui/page-heading";
import { type Person, ROLES } from "@/lib/workflow/actor";
import { TERMS } from "./terms";

/** What the words mean, who does what, and the keys. */
export function HelpPage({ person }: { person: Pick<Person, "role"> }) {
  const t = useTranslations("help");
  const common = useTranslations("common");
  return (
    <>
      <PageHeading title={t("title")} lead={t("lead")} />
      <div className="grid gap-x-12 gap-y-8 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <section aria-labelledby="words">
          <h2 id="words">{t("wordsTitle")}</h2>
          <dl className="help-list">
            {TERMS.map((term) => (
              <div key={term} id={`word-${term}`}>
                <dt>{t(`word.${term}`)}</dt>
                <dd>{t(`meaning.${term}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="roles">
          <h2 id="roles">{t("rolesTitle")}</h2>
          <dl className="help-list">
            {ROLES.map((role) => (
              <div key={role}>
                <dt>{common(`role.${role}`)}</dt>
                <dd>{t(`role.${role}`)}</dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-labelledby="keys" className="lg:col-span-2">
          <h2 id="keys" className="mb-2">
            {t("keysTitle")}
          </h2>
          <KeyList person={person} />
        </section>
      </div>
    </>
  );
}
