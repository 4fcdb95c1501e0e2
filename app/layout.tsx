import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { useReading } from "#translations";
import { EveryPage } from "@/components/shell/every-page";
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
      {...(theme !== "system" && { "data-theme": theme })}
      data-density={density}
      data-address={process.env.NEXTAUTH_URL}
      className={fontVariables}
    >
      <body>
        <EveryPage locale={locale} zone={useReading().zone} nonce={nonce} {...(isPractice() && { isPractice: true })}>
          {children}
        </EveryPage>
      </body>
    </html>
  );
}
