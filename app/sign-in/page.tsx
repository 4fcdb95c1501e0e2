import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DeskShell } from "@/app/_parts/desk";
import { hasHeldForm } from "@/app/_server/held-form";
import { readLocale } from "@/app/_server/locale";
import { ownPath } from "@/app/_server/own-path";
import { getActor } from "@/app/_server/session";
import { Messages } from "@/components/messages";
import { Notice } from "@/components/ui/notice";
import { getTranslations } from "@/lib/text/translations";
import { signInAction } from "./actions";
import { SignInForm } from "./sign-in-form";

export async function generateMetadata(): Promise<Metadata> {
  return { title: getTranslations(await readLocale(), "signIn")("title") };
}

type Props = { searchParams: Promise<{ from?: string | string[]; out?: string; cut?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { from, out, cut } = await searchParams;
  const next = ownPath(from);
  if (await getActor()) redirect(next);
  const t = getTranslations(await readLocale(), "signIn");
  const first = t((await hasHeldForm()) ? "formKept" : cut ? "addressCut" : "first");
  return (
    <DeskShell actor={null}>
      <div className="mx-auto flex max-w-md flex-col gap-6">
        <h1>{t("title")}</h1>
        <p className="font-serif text-lg text-muted">{t("lead")}</p>
        {out ? <Notice title={t("signedOut")} /> : (next !== "/" || cut) && <Notice title={first} />}
        <Messages of={["form", "signIn"]}>
          <SignInForm from={next} action={signInAction} />
        </Messages>
        <p className="text-sm text-muted">{t("help")}</p>
      </div>
    </DeskShell>
  );
}
