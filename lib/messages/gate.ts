/** Why a record can't be published yet; the keys are GATE_REASONS. */
export const gate = {
  en: {
    title: "Before this can be published",
    no_source: "It needs at least one published piece of evidence that supports it.",
    no_answer:
      "The authority concerned has to be heard: no published response is on file, and no request for a reply has passed its deadline.",
    one_person: "A second person has to approve it: nobody publishes alone.",
    rests_on_unpublished: "It rests on a record that is not published itself.",
    short: {
      no_source: "no published source",
      no_answer: "no answer on file",
      one_person: "one pair of eyes",
      rests_on_unpublished: "rests on an unpublished record",
    },
  },
  nl: {
    title: "Voordat dit gepubliceerd kan worden",
    no_source: "Er is minstens één gepubliceerd bewijsstuk nodig dat het ondersteunt.",
    no_answer:
      "De betrokken autoriteit moet gehoord zijn: er is geen gepubliceerde reactie, en van geen verzoek om wederhoor is de termijn verstreken.",
    one_person: "Een tweede persoon moet het goedkeuren: niemand publiceert alleen.",
    rests_on_unpublished: "Het rust op een record dat zelf niet gepubliceerd is.",
    short: {
      no_source: "geen gepubliceerde bron",
      no_answer: "geen antwoord bekend",
      one_person: "één paar ogen",
      rests_on_unpublished: "rust op een ongepubliceerd record",
    },
  },
};
