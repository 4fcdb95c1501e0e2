import { expect, test } from "vitest";
import type { Actor } from "@/lib/workflow/actor";
import { db } from "../../client";
import { replyEntries } from "../../schema";
import { makeActor, makeClaim, makeReplyRequest, makeResponse, makeStation } from "../../testing/make";
import { recordReplyRequest, reviseReplyRequest, selectReplyRequests } from "./reply-requests";

const readRequests = (actor: Actor, stationId: string) => selectReplyRequests(actor, stationId, { limit: 50 });

test("the ledger of a station holds what was asked about it and about its claims, in the order of the letters", async () => {
  const desk = await makeActor("reporter");
  const station = await makeStation(desk);
  const claim = await makeClaim(desk, { scope: "station", country: "NL", station: station.slug });
  const later = await makeReplyRequest(desk, { claims: [claim.slug], sentOn: "2022-12-01", dueOn: "2022-12-08" });
  const first = await makeReplyRequest(desk, { stations: [station.slug] });
  await makeReplyRequest(desk, { stations: [(await makeStation(desk)).slug] });
  const ledger = await readRequests(desk, station.id);
  expect(ledger.map(({ slug, claims }) => [slug, claims])).toEqual([
    [first.slug, []],
    [later.slug, [claim.slug]],
  ]);
  expect(ledger[0]).toMatchObject({ sentOn: "2022-11-03", dueOn: "2022-11-17", response: null, answered: null });
});

test("an answer that came in is named with the day on which it was given", async () => {
  const desk = await makeActor("reporter");
  const station = await makeStation(desk);
  const { id } = await makeReplyRequest(desk, { stations: [station.slug] });
  const answer = await makeResponse(desk, { kind: "denial", given: "2022-11-10" });
  await db.insert(replyEntries).values({
    requestId: id,
    kind: "answer",
    happenedOn: "2022-11-10",
    responseId: answer.id,
    authorId: desk.id,
  });
  expect((await readRequests(desk, station.id))[0]).toMatchObject({
    response: { slug: answer.slug, kind: "denial" },
    answered: { edtf: "2022-11-10" },
  });
});

test("a manager neither records a reply request nor reads one that is a draft", async () => {
  const [desk, manager] = [await makeActor("reporter"), await makeActor("manager")];
  const station = await makeStation(desk);
  const { slug, input } = await makeReplyRequest(desk, { stations: [station.slug] });
  expect(await readRequests(manager, station.id)).toEqual([]);
  const refused = "A manager may not record a reply request.";
  await expect(recordReplyRequest(manager, { input })).rejects.toThrow(refused);
  await expect(reviseReplyRequest(manager, { slug, basedOn: 1, input })).rejects.toThrow(refused);
});
