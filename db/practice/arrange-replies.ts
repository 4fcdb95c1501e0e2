import { addDays } from "@/lib/dates/days";
import { replyRequestInput } from "@/lib/records/reply-request";
import { replyEntryInput } from "@/lib/records/reply-status";
import { responseInput } from "@/lib/records/response";
import type { Actor } from "@/lib/workflow/actor";
import { recordOne } from "../access/record-one";
import { recordAnswer, recordReplyEntry } from "../access/replies/replies";
import { newsroomDay } from "../newsroom";

/** A calendar day of the newsroom, so many days before today. */
const daysAgo = (days: number) => addDays(newsroomDay(new Date()), -days);

type Request = {
  readonly slug: string;
  readonly respondent: string;
  readonly questions: string;
  readonly sent: number | null;
  readonly due: number | null;
  readonly stations?: readonly string[];
  readonly claims?: readonly string[];
};

const REQUESTS: readonly Request[] = [
  {
    slug: "ask-embassy-nl",
    respondent: "embassy-of-brume-in-the-netherlands",
    questions: "Who works at the address in Oudemolen, and on whose account? Why is there light in the evening?",
    sent: 30,
    due: 5,
    stations: ["nl-oudemolen"],
    claims: ["clm-nl-02"],
  },
  {
    slug: "ask-embassy-ca",
    respondent: "embassy-of-brume-in-canada",
    questions: "Was the room above the chandlery rented by the embassy?",
    sent: 40,
    due: 26,
    stations: ["ca-fogbank-harbour"],
    claims: ["clm-ca-02"],
  },
  {
    slug: "ask-embassy-fr",
    respondent: "embassy-of-brume-in-france",
    questions: "Under what name is the shop in Port-Brumal run since July?",
    sent: 24,
    due: 10,
    stations: ["fr-port-brumal"],
    claims: ["clm-fr-04"],
  },
  {
    slug: "ask-foreign-office",
    respondent: "foreign-office-of-brume",
    questions: "How many reading rooms are there abroad, and who pays for them?",
    sent: 3,
    due: -4,
    claims: ["clm-gl-02"],
  },
  {
    slug: "ask-ministry-es",
    respondent: "ministry-of-tides-spain-practice",
    questions: "Did the ministry have the address in Villanublo looked at?",
    sent: null,
    due: null,
    stations: ["es-villanublo"],
  },
];

/** One request overdue, one answered, one declined, one that runs and one not sent yet. */
export async function arrangeReplies(reporter: Actor): Promise<void> {
  for (const { slug, sent, due, ...request } of REQUESTS) {
    const input = replyRequestInput.parse({
      ...request,
      channel: "email",
      sentOn: sent === null ? "" : daysAgo(sent),
      dueOn: due === null ? "" : daysAgo(due),
    });
    await recordOne(reporter, "reply_request", { slug, input });
  }
  await recordReplyEntry(
    reporter,
    "ask-embassy-nl",
    replyEntryInput.parse({ kind: "acknowledgement", happenedOn: daysAgo(28), note: "Will be passed on." }),
  );
  await recordReplyEntry(
    reporter,
    "ask-embassy-fr",
    replyEntryInput.parse({ kind: "decline", happenedOn: daysAgo(12), note: "Does not speak about shops." }),
  );
  const input = responseInput.parse({
    authority: "embassy-of-brume-in-canada",
    officialRole: "Press attaché",
    kind: "partial_denial",
    given: daysAgo(29),
    summary: "Rented the room for a reading group; knows of no police in it.",
    countries: ["CA"],
    stations: ["ca-fogbank-harbour"],
    answers: [{ claim: "clm-ca-02", answer: "qualifies" }],
  });
  await recordAnswer(reporter, "ask-embassy-ca", { input });
}
