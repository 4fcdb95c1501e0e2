/** The page of help: what words mean here, who does what, the keys; and the first steps of whoever is new. */
export const help = {
  en: {
    title: "Help",
    lead: "What the words mean here, who does what, and the keys.",
    wordsTitle: "Words",
    rolesTitle: "Who does what",
    keysTitle: "Keys",
    more: "What is this?",
    word: {
      station: "Station",
      claim: "Claim",
      official_answer: "Official answer",
      independent_source: "Independent source",
      documented: "Documented",
      grade: "B2",
      tlp: "TLP",
      edtf: "EDTF",
      as_of: "As of",
    },
    meaning: {
      station:
        "A reported site: a body at a place. That it is on file does not say that it existed, or that it is a state organ.",
      claim:
        "One sentence that somebody put forward, with who said it, about what, and when. Claims stand beside each other and are never added up.",
      official_answer: "What an authority said or did: a denial, a closure ordered, an investigation, or no comment.",
      independent_source:
        "Outlets that repeat one report count as one source. Only what somebody found out themselves counts as another.",
      documented:
        "A station that this dossier has published, with its evidence and the answer of the authority concerned.",
      grade:
        "How far a source is trusted (A to F), and how credible the item is (1 to 6). F and 6 mean that it cannot be judged, which is not the worst grade.",
      tlp: "The Traffic Light Protocol: with whom an item may be shared. CLEAR with everybody, GREEN within the community, AMBER within the newsroom, RED with the people named.",
      edtf: "A way to write dates as precisely as they are known: 2022-10 is a month, 2022-10~ about that month, 2016/2018 from one year to another. An unknown date stays unknown.",
      as_of:
        "The day on which something was so, as its source says; and of a page, the day on which the dossier is looked at.",
    },
    role: {
      reporter: "Logs evidence, claims and answers, asks for a reply, submits for review. Publishes nothing.",
      editor: "The same, and reviews, approves and publishes what others wrote. Never their own work.",
      manager: "Reads what is published, the figures and the report. Sees no drafts and no restricted sources.",
      admin: "What an editor does, and accounts, sessions and the history. Never approves their own work.",
    },
    firstTitle: "New here? Three first steps",
    firstDone: "Got it",
    first: {
      reporter: {
        one: "Look at a station",
        two: "Record evidence",
        three: "Learn the words",
      },
      editor: { one: "See what waits in review", two: "Look at a station", three: "Learn the words" },
      manager: { one: "Read the report", two: "Look at the charts", three: "Learn the words" },
      admin: { one: "See what waits in review", two: "Verify the history", three: "Learn the words" },
    },
  },
  nl: {
    title: "Hulp",
    lead: "Wat de woorden hier betekenen, wie wat doet, en de toetsen.",
    wordsTitle: "Woorden",
    rolesTitle: "Wie wat doet",
    keysTitle: "Toetsen",
    more: "Wat is dit?",
    word: {
      station: "Locatie",
      claim: "Claim",
      official_answer: "Officieel antwoord",
      independent_source: "Onafhankelijke bron",
      documented: "Gedocumenteerd",
      grade: "B2",
      tlp: "TLP",
      edtf: "EDTF",
      as_of: "Naar de stand van",
    },
    meaning: {
      station:
        "Een gemelde plek: een organisatie op een adres. Dat ze is vastgelegd zegt niet dat ze bestond, of dat ze van een staat is.",
      claim:
        "Eén zin die iemand naar voren bracht, met wie het zei, waarover en wanneer. Claims staan naast elkaar en worden nooit opgeteld.",
      official_answer:
        "Wat een autoriteit zei of deed: een ontkenning, een bevolen sluiting, een onderzoek, of geen commentaar.",
      independent_source:
        "Media die één bericht overnemen tellen als één bron. Alleen wat iemand zelf heeft uitgezocht telt als een andere.",
      documented:
        "Een locatie die dit dossier heeft gepubliceerd, met het bewijs en het antwoord van de betrokken autoriteit.",
      grade:
        "Hoe betrouwbaar een bron is (A tot F) en hoe geloofwaardig het stuk (1 tot 6). F en 6 betekenen dat het niet te beoordelen is, wat niet het slechtste cijfer is.",
      tlp: "Het Traffic Light Protocol: met wie een stuk gedeeld mag worden. CLEAR met iedereen, GREEN binnen de kring, AMBER binnen de redactie, RED met wie genoemd is.",
      edtf: "Een manier om datums zo precies te schrijven als ze bekend zijn: 2022-10 is een maand, 2022-10~ ongeveer die maand, 2016/2018 van het ene jaar tot het andere. Een onbekende datum blijft onbekend.",
      as_of: "De dag waarop iets zo was, volgens de bron; en van een pagina de dag waarop het dossier bekeken wordt.",
    },
    role: {
      reporter:
        "Legt bewijs, claims en antwoorden vast, vraagt om wederhoor, dient in ter beoordeling. Publiceert niets.",
      editor: "Hetzelfde, en beoordeelt, keurt goed en publiceert wat anderen schreven. Nooit eigen werk.",
      manager:
        "Leest wat gepubliceerd is, de cijfers en het rapport. Ziet geen concepten en geen afgeschermde bronnen.",
      admin: "Wat een redacteur doet, en accounts, sessies en de geschiedenis. Keurt nooit eigen werk goed.",
    },
    firstTitle: "Nieuw hier? Drie eerste stappen",
    firstDone: "Begrepen",
    first: {
      reporter: { one: "Bekijk een locatie", two: "Leg bewijs vast", three: "Leer de woorden" },
      editor: { one: "Kijk wat er te beoordelen is", two: "Bekijk een locatie", three: "Leer de woorden" },
      manager: { one: "Lees het rapport", two: "Bekijk de grafieken", three: "Leer de woorden" },
      admin: { one: "Kijk wat er te beoordelen is", two: "Controleer de geschiedenis", three: "Leer de woorden" },
    },
  },
};
