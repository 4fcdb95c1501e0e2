import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { Words } from "@/components/words";
import { wordsFor } from "@/lib/words";
import { readAppearance, readLocale } from "./_server/locale";
import { fontVariables } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const product = wordsFor(await readLocale(), "common")("product");
  return { title: { default: product, template: `%s · ${product}` }, robots: { index: false, follow: false } };
}

export const viewport: Viewport = { width: "device-width", initialScale: 1, colorScheme: "light dark" };

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, { theme, density }] = await Promise.all([readLocale(), readAppearance()]);
  return (
    <html
      lang={locale}
      data-theme={theme === "system" ? undefined : theme}
      data-density={density}
      className={fontVariables}
    >
      <body>
        <Words of={["shell"]}>{children}</Words>
      </body>
    </html>
  );
}
