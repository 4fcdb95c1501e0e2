/** The letter that asks for a reply, in the language of whom it goes to. */
export const letter = {
  en: {
    noSubject: "Request for a reply",
    opening: "To {name},",
    intro:
      "We are preparing a publication in which you are named. Everyone about whom something is claimed is heard before we publish: we put to you what is claimed, and ask for your reply.",
    introStations: "It is about: {stations}.",
    claimsTitle: "What is claimed",
    claim: "“{proposition}” — {claimants}, {date}.",
    claimantUnknown: "claimant not on file",
    questionsTitle: "What we ask you",
    deadline:
      "An answer that reaches us on or before {date} is in time, and will be taken into account in what we publish.",
    deadlineNone: "Please let us know when we can expect your answer.",
    silence:
      "If we do not hear from you by then, we shall say that you were asked and did not reply. An answer that comes later will still be recorded.",
    closing: "Yours sincerely,",
  },
  nl: {
    noSubject: "Verzoek om wederhoor",
    opening: "Aan {name},",
    intro:
      "Wij bereiden een publicatie voor waarin u genoemd wordt. Over wie iets geclaimd wordt, die horen we voor we publiceren: we leggen u voor wat er geclaimd wordt, en vragen u om een reactie.",
    introStations: "Het gaat over: {stations}.",
    claimsTitle: "Wat er geclaimd wordt",
    claim: "“{proposition}” — {claimants}, {date}.",
    claimantUnknown: "afzender niet vastgelegd",
    questionsTitle: "Wat we u vragen",
    deadline: "Een antwoord dat ons uiterlijk op {date} bereikt, is op tijd, en nemen we mee in wat we publiceren.",
    deadlineNone: "Laat u ons weten wanneer we uw antwoord kunnen verwachten.",
    silence:
      "Horen we dan nog niets van u, dan schrijven we dat u gevraagd bent en niet antwoordde. Een antwoord dat later komt, leggen we alsnog vast.",
    closing: "Met vriendelijke groet,",
  },
};
