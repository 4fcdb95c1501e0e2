import { useTranslations } from "#translations";
import { Messages } from "@/components/messages";
import { SeenForm } from "@/components/summary/seen-form";
import { Link } from "@/components/ui/link";
import type { Role } from "@/lib/workflow/actor";
import type { Outcome } from "@/lib/workflow/outcome";

/** Where the three steps of each role lead. */
const STEPS = {
  reporter: { one: "/stations", two: "/evidence/new", three: "/help" },
  editor: { one: "/queue", two: "/stations", three: "/help" },
  manager: { one: "/summary", two: "/charts", three: "/help" },
  admin: { one: "/queue", two: "/history", three: "/help" },
} as const satisfies Record<Role, Record<"one" | "two" | "three", string>>;

type Props = {
  role: Role;
  /** As far as the page has read: from there on, changes are new to this person. */
  seq: number;
  markSeen: (previous: Outcome, form: FormData) => Promise<Outcome>;
};

/** For who has not been here before, until they say that they know: that is where their first visit ends. */
export function FirstSteps({ role, seq, markSeen }: Props) {
  const t = useTranslations("help");
  return (
    <section
      aria-labelledby="first-steps"
      className="part-first-steps self-start border-l-4 border-accent bg-accent-soft px-4 py-2"
    >
      <h2 id="first-steps" className="text-base">
        {t("firstTitle")}
      </h2>
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <ol className="flex list-inside list-decimal flex-wrap gap-x-6 text-sm leading-6">
          {(["one", "two", "three"] as const).map((step) => (
            <li key={step}>
              <Link href={STEPS[role][step]}>{t(`first.${role}.${step}`)}</Link>
            </li>
          ))}
        </ol>
        <Messages of={["summary", "form"]}>
          <SeenForm action={markSeen} seq={seq} from="/" label={t("firstDone")} />
        </Messages>
      </div>
    </section>
  );
}
