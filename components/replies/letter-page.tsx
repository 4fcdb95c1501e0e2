import { useTranslations } from "#translations";
import { ButtonLink } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import type { Letter } from "@/lib/records/letter";
import { LOCALES, type Locale } from "@/lib/text/locale";

type Props = { letter: Letter; language: Locale; slug: string; name: string };

/** The letter as it goes out; in print it stands alone. */
export function LetterPage({ letter, language, slug, name }: Props) {
  const t = useTranslations("replyRequest");
  const path = `/replies/${slug}/letter`;
  return (
    <>
      <div className="print:hidden">
        <PageHeading
          above={name}
          title={t("letter")}
          lead={t("letterPrint")}
          actions={
            <>
              {LOCALES.filter((locale) => locale !== language).map((locale) => (
                <ButtonLink key={locale} href={`${path}?lang=${locale}`}>
                  {t(`letterIn.${locale}`)}
                </ButtonLink>
              ))}
              <a className="self-center text-accent underline" href={`${path}.txt?lang=${language}`} download>
                {t("letterText")}
              </a>
            </>
          }
        />
      </div>
      <article
        lang={language}
        data-alone
        className="flex max-w-[44rem] flex-col gap-4 border border-rule bg-raised p-6 font-serif sm:p-10 print:border-0 print:p-0"
      >
        <p>{letter.date}</p>
        <p className="text-lg font-semibold">{letter.subject}</p>
        <p>{letter.opening}</p>
        {letter.intro.map((text) => (
          <p key={text}>{text}</p>
        ))}
        {letter.claims.length > 0 && (
          <>
            <h2 className="text-lg">{letter.claimsTitle}</h2>
            <ol className="list-decimal pl-6">
              {letter.claims.map((claim) => (
                <li key={claim} className="py-1">
                  {claim}
                </li>
              ))}
            </ol>
          </>
        )}
        <h2 className="text-lg">{letter.questionsTitle}</h2>
        <p dir="auto" className="whitespace-pre-line">
          {letter.questions}
        </p>
        {letter.ending.map((text) => (
          <p key={text}>{text}</p>
        ))}
        <p dir="auto" className="whitespace-pre-line">{`${letter.closing}\n${letter.sender}`}</p>
      </article>
    </>
  );
}
