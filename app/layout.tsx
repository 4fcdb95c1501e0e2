import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { useReading } from "#translations";
import { PracticeStrip } from "@/components/shell/practice-strip";
import { WordsOfEveryPage } from "@/components/shell/words-of-every-page";
import { RECORD_EARLY_INPUT } from "@/components/ui/early-input";
import { FollowLinks } from "@/components/ui/follow-links";
import { getTranslations } from "@/lib/text/translations";
import { readAppearance, readLocale } from "./_server/locale";
import { fontVariables } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const product = getTranslations(await readLocale(), "common")(isPractice() ? "practiceProduct" : "product");
  return { title: { default: product, template: `%s · ${product}` } };
}

/** As the start found the data folder to be. */
const isPractice = () => Boolean(process.env.WEDERHOOR_PRACTICE);

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { theme, density }, sent] = await Promise.all([readLocale(), readAppearance(), headers()]);
  const nonce = sent.get("x-nonce") ?? undefined;
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      data-density={density}
      data-address={process.env.NEXTAUTH_URL}
      className={fontVariables}
    >
      <body>
        {/* A browser hides a nonce once it has read it: to React that looks like another one. */}
        <script nonce={nonce} suppressHydrationWarning>
          {RECORD_EARLY_INPUT}
        </script>
        <FollowLinks label={getTranslations(locale, "common")("pageComing")} />
        {isPractice() ? <PracticeStrip /> : null}
        <WordsOfEveryPage locale={locale} zone={useReading().zone}>
          {children}
        </WordsOfEveryPage>
      </body>
    </html>
  );
}
