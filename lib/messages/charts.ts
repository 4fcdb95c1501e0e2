/** The page of charts, and what its pictures say. */
export const charts = {
  en: {
    title: "Charts",
    lead: "What is claimed and documented, who answered, and how things stand.",
    jump: "On this page",
    all: "All charts",
    filters: "Filter the charts",
    from: "From",
    to: "Until",
    country: "Country",
    anyCountry: "All countries",
    anotherCountry: "Add a country",
    sort: "Order of countries",
    sortBy: {
      claimed: "Most claimed",
      documented: "Most documented",
      asked: "Most asked",
      answered: "Most answered",
      responses: "Most answers",
      days: "Quickest answer",
      name: "Name",
    },
    show: "Show",
    box: "Part of the map",
    records: "Whose items",
    recordsAll: "Everything I may see",
    recordsPublished: "Published only",
    drawn: "Drawn: {shown} of {count} countries.",
    tableHasAll: "The table has all of them.",
    drawnSpoke: "They are those that were asked or responded most.",
    keyOfAll: "The numbers in the key are of all of them too.",
    key: "Key",
    sources: { desk: "items of this dossier, drafts included", published: "published items of this dossier" },
    credits:
      "Figures: Wederhoor, counted from the items of this dossier; each item names its source. Reuse with credit and with the date.",
    earlierDot: "earlier figure",
    bandKey: "range of the figures that stand",
    notPublicKey: "not public",
    picture: {
      claimed: "Claimed beside documented, by country",
      responses: "How governments responded",
      "evidence-kinds": "Evidence by month and kind",
      "evidence-languages": "Evidence by month and language",
      status: "Status of the stations over time",
    },
    definition: {
      claimed:
        "Claimed: the number of stations in a country that somebody gives, the latest of each claimant; figures stand beside each other and are never added up. Documented: stations that this dossier has published, by their latest status; the desk sees those that are not public yet beside them. A status says what was said of a place, not that it existed.",
      responses:
        "Asked and answered: requests for a reply that the desk sent to an authority of the country, and those among them that were answered. Denied (in whole or in part), no comment, and acted (order to close, investigation, arrests or charges, other action): official answers on file by authorities of the country. Median days: from sending to the first answer. Response rate: answered of asked.",
      "evidence-kinds":
        "Items of evidence by the month in which they were published, divided by kind. A month without a bar has none on file. Items without a date, or dated less precisely than a month, stand in no month.",
      "evidence-languages":
        "Items of evidence by the month in which they were published, divided by their language. A month without a bar has none on file. Items without a date, or dated less precisely than a month, stand in no month.",
      status:
        "Stations by the latest status reported up to each day, from the day they were first reported. Until its first dated report of a status a station counts as “status unknown”; a status whose date nobody knows counts from the day on which it was put on record here.",
    },
    column: {
      country: "Country",
      coverage: "Coverage",
      lowest: "Lowest claimed",
      highest: "Highest claimed",
      claimants: "Who claims it",
      documented: "Documented",
      onFile: "On file",
      asked: "Asked",
      answered: "Answered",
      denied: "Denied",
      noComment: "No comment",
      acted: "Acted",
      days: "Median days to answer",
      rate: "Response rate",
      month: "Month",
      items: "Items",
      day: "From",
      stations: "Stations",
    },
    claimantCell: "{claimant}: {figure} ({asOf})",
    claimantCellEarlier: "{claimant}: {figure} ({asOf}; earlier figure)",
    claimantCellMore: "{count, plural, one {# more} other {# more}}",
    drawnFigures:
      "Of a country with more than {most} figures so many are drawn, from the lowest to the highest that stand.",
    claimedDot: "{country}: {figure} claimed by {claimant}, {asOf}.",
    claimedEarlier:
      "{country}: {figure} claimed earlier by {claimant}, {asOf}; since replaced by a later figure of theirs.",
    documentedPart:
      "{country}: {count, plural, one {# station} other {# stations}} on file and published, with status “{status}”.",
    notPublicPart:
      "{country}: {count, plural, one {# station} other {# stations}} on file and not public, with status “{status}”.",
    claimedCount: "{figure} claimed",
    documentedCount: "{count} documented{drafts, plural, =0 {} other { + # not public}}",
    documentedShort: "{count}{drafts, plural, =0 {} other { + # not public}}",
    noneDocumented: {
      reported: "none on file",
      examined_none_found: "examined, none found",
      not_examined: "not examined",
    },
    claimedFinding:
      "Somebody gives a figure for {countries, plural, =0 {no country} one {# country} other {# countries}}; {documented, plural, =0 {no station is} one {# station is} other {# stations are}} documented here{places, plural, =0 {} one {, in # country} other {, in # countries}}.{drafts, plural, =0 {} one { One more is on file and not public.} other { # more are on file and not public.}}",
    claimedOne:
      "{country}: {figure} claimed, {documented, plural, =0 {no station} one {# station} other {# stations}} documented here.{drafts, plural, =0 {} one { One more is on file and not public.} other { # more are on file and not public.}}",
    claimedMost:
      "The highest figure is for {country}: {figure} claimed, {documented, plural, =0 {none} other {#}} documented.",
    claimedDiffering:
      "Figures differ for {countries}{rest, plural, =0 {} one { and one more country} other { and # more countries}}.",
    notAsked: "not asked",
    notAnswered: "no answer yet",
    days: "{days, plural, one {# day} other {# days}}",
    rateAndDays: {
      answered: "Response rate {rate}; median {days} to answer",
      notAnswered: "Response rate {rate}; no answer yet",
      notAsked: "Not asked: no response rate, no days to answer",
    },
    responseSays: {
      asked: "{country}: {count, plural, =0 {nobody was asked} one {# request sent} other {# requests sent}}.",
      answered: "{country}: {count, plural, =0 {no request} one {# request} other {# requests}} answered.",
      denied:
        "{country}: {count, plural, =0 {no denial} one {# denial} other {# denials}} on file, in whole or in part.",
      noComment: "{country}: {count, plural, =0 {no refusal} one {# refusal} other {# refusals}} to comment on file.",
      acted:
        "{country}: {count, plural, =0 {no action} one {# action} other {# actions}} on file (closure, investigation, arrest or charge).",
    },
    responsesFinding:
      "Authorities of {denied, plural, =0 {no country} one {# country} other {# countries}} denied, of {noComment, plural, =0 {none} other {#}} gave no comment, of {acted, plural, =0 {none} other {#}} acted.",
    responsesAsked:
      "The desk sent {asked, plural, one {# request} other {# requests}} for a reply; {answered, plural, =0 {none was} one {# was} other {# were}} answered.",
    responsesNobodyAsked: "No request for a reply on file falls within this view, so there is no response rate.",
    rest: "{count, plural, one {# other} other {# others}}",
    monthPart: "{month}: {count, plural, one {# item} other {# items}}, {name}, of {total} that month.",
    evidenceFinding:
      "{dated, plural, one {# item of evidence is} other {# items of evidence are}} dated to a month; most are from {month} ({count}).",
    evidenceMost: {
      kind: "The most frequent kind is “{name}” ({share} of all).",
      language: "The most frequent language is {name} ({share} of all).",
    },
    evidenceUnplaced:
      "{coarser, plural, =0 {} one {One more is dated less precisely than a month. } other {# more are dated less precisely than a month. }}{undated, plural, =0 {} one {One has no known date. } other {# have no known date. }}{earlier, plural, =0 {} one {One is older than the months drawn.} other {# are older than the months drawn.}}",
    evidenceNothing:
      "No evidence within this view is dated to a month.{coarser, plural, =0 {} one { One item is dated less precisely.} other { # items are dated less precisely.}}{undated, plural, =0 {} one { One has no known date.} other { # have no known date.}}",
    stepSays:
      "{date}: “{status}” from {before} to {count}, of {total} stations in all. Opens the stations that had it then.",
    stepSaysSince:
      "{date}: “{status}” {count}, on {since} {before}, of {total} stations in all. Opens the stations that had it then.",
    drawnSteps:
      "{shown, number} of the {count, number} days on which that changed are drawn, the last of each stretch of time.",
    statusPart: "{count} “{status}”",
    statusFinding:
      "From {firstCount, plural, one {# station} other {# stations}} on {first} to {count} on {last}, the latest change.",
    statusNow: "Then: {parts}.",
    statusUndated:
      "{undated, plural, one {One more station bears no date and is not drawn.} other {# more stations bear no date and are not drawn.}}",
    statusNothing:
      "No station within this view bears a date.{undated, plural, =0 {} one { One station without a date is not drawn.} other { # stations without a date are not drawn.}}",
    countrySays: "{country}: {count, plural, one {# station} other {# stations}}: {statuses}.",
    countriesTitle: "The countries with most stations, on one scale",
    stationsAxis: "stations",
    itemsAxis: "items",
    allCountries: "All",
    toCharts: "All countries in charts",
    chartsOf: "{country} in charts",
    drawing: "The drawing appears when the page has loaded; the table below has its figures.",
  },
  nl: {
    title: "Grafieken",
    lead: "Wat geclaimd en gedocumenteerd is, wie antwoordde, en hoe het ervoor staat.",
    jump: "Op deze pagina",
    all: "Alle grafieken",
    filters: "Grafieken beperken",
    from: "Vanaf",
    to: "Tot en met",
    country: "Land",
    anyCountry: "Alle landen",
    anotherCountry: "Land toevoegen",
    sort: "Volgorde van landen",
    sortBy: {
      claimed: "Meest geclaimd",
      documented: "Meest gedocumenteerd",
      asked: "Vaakst gevraagd",
      answered: "Vaakst geantwoord",
      responses: "Meeste antwoorden",
      days: "Snelste antwoord",
      name: "Naam",
    },
    show: "Toon",
    box: "Deel van de kaart",
    records: "Welke dossierstukken",
    recordsAll: "Alles wat ik mag zien",
    recordsPublished: "Alleen gepubliceerd",
    drawn: "Getekend: {shown} van {count} landen.",
    tableHasAll: "De tabel heeft ze allemaal.",
    drawnSpoke: "Het zijn die waaraan het meest gevraagd is of die het meest reageerden.",
    keyOfAll: "Ook de aantallen in de legenda gelden voor alle.",
    key: "Legenda",
    sources: {
      desk: "dossierstukken van dit dossier, concepten inbegrepen",
      published: "gepubliceerde dossierstukken van dit dossier",
    },
    credits:
      "Cijfers: Wederhoor, geteld uit de dossierstukken van dit dossier; elk dossierstuk noemt zijn bron. Overnemen mag met bronvermelding en datum.",
    earlierDot: "eerder cijfer",
    bandKey: "spreiding van de cijfers die staan",
    notPublicKey: "niet openbaar",
    picture: {
      claimed: "Geclaimd naast gedocumenteerd, per land",
      responses: "Hoe regeringen reageerden",
      "evidence-kinds": "Bewijs naar maand en soort",
      "evidence-languages": "Bewijs naar maand en taal",
      status: "Status van de locaties door de tijd",
    },
    definition: {
      claimed:
        "Geclaimd: het aantal locaties in een land dat iemand noemt, van elke partij het laatste; cijfers staan naast elkaar en worden nooit opgeteld. Gedocumenteerd: locaties die dit dossier heeft gepubliceerd, naar hun laatste status; de redactie ziet daarnaast de locaties die nog niet openbaar zijn. Een status zegt wat er over een plek gezegd is, niet dat ze bestond.",
      responses:
        "Gevraagd en geantwoord: verzoeken om een reactie die de redactie aan een autoriteit van het land stuurde, en welke daarvan beantwoord zijn. Ontkend (geheel of deels), geen commentaar, en opgetreden (bevel tot sluiting, onderzoek, arrestatie of aanklacht, ander optreden): vastgelegde officiële antwoorden van autoriteiten van het land. Mediaan in dagen: van verzending tot eerste antwoord. Antwoordpercentage: beantwoord van gevraagd.",
      "evidence-kinds":
        "Bewijsstukken naar de maand van publicatie, verdeeld naar soort. Een maand zonder staaf heeft er geen. Stukken zonder datum, of met een datum die minder precies is dan een maand, staan in geen maand.",
      "evidence-languages":
        "Bewijsstukken naar de maand van publicatie, verdeeld naar hun taal. Een maand zonder staaf heeft er geen. Stukken zonder datum, of met een datum die minder precies is dan een maand, staan in geen maand.",
      status:
        "Locaties naar de laatste status die tot elke dag gemeld was, vanaf de dag waarop ze voor het eerst gemeld zijn. Tot het eerste gedateerde bericht over een status telt een locatie als “status onbekend”; een status waarvan niemand de datum kent telt vanaf de dag waarop die hier is vastgelegd.",
    },
    column: {
      country: "Land",
      coverage: "Dekking",
      lowest: "Laagste claim",
      highest: "Hoogste claim",
      claimants: "Wie het claimt",
      documented: "Gedocumenteerd",
      onFile: "Vastgelegd",
      asked: "Gevraagd",
      answered: "Geantwoord",
      denied: "Ontkend",
      noComment: "Geen commentaar",
      acted: "Opgetreden",
      days: "Mediaan dagen tot antwoord",
      rate: "Antwoordpercentage",
      month: "Maand",
      items: "Stukken",
      day: "Vanaf",
      stations: "Locaties",
    },
    claimantCell: "{claimant}: {figure} ({asOf})",
    claimantCellEarlier: "{claimant}: {figure} ({asOf}; eerder cijfer)",
    claimantCellMore: "{count, plural, one {nog #} other {nog #}}",
    drawnFigures:
      "Van een land met meer dan {most} cijfers zijn er zoveel getekend, van het laagste tot het hoogste dat geldt.",
    claimedDot: "{country}: {figure} geclaimd door {claimant}, {asOf}.",
    claimedEarlier:
      "{country}: {figure} eerder geclaimd door {claimant}, {asOf}; inmiddels vervangen door een later cijfer van hen.",
    documentedPart:
      "{country}: {count, plural, one {# locatie} other {# locaties}} vastgelegd en gepubliceerd, met status “{status}”.",
    notPublicPart:
      "{country}: {count, plural, one {# locatie} other {# locaties}} vastgelegd en niet openbaar, met status “{status}”.",
    claimedCount: "{figure} geclaimd",
    documentedCount: "{count} gedocumenteerd{drafts, plural, =0 {} other { + # niet openbaar}}",
    documentedShort: "{count}{drafts, plural, =0 {} other { + # niet openbaar}}",
    noneDocumented: {
      reported: "geen vastgelegd",
      examined_none_found: "onderzocht, geen gevonden",
      not_examined: "niet onderzocht",
    },
    claimedFinding:
      "Voor {countries, plural, =0 {geen enkel land} one {# land} other {# landen}} noemt iemand een cijfer; hier {documented, plural, =0 {is geen locatie} one {is # locatie} other {zijn # locaties}} gedocumenteerd{places, plural, =0 {} one {, in # land} other {, in # landen}}.{drafts, plural, =0 {} one { Nog één is vastgelegd en niet openbaar.} other { Nog # zijn vastgelegd en niet openbaar.}}",
    claimedOne:
      "{country}: {figure} geclaimd, hier {documented, plural, =0 {geen locatie} one {# locatie} other {# locaties}} gedocumenteerd.{drafts, plural, =0 {} one { Nog één is vastgelegd en niet openbaar.} other { Nog # zijn vastgelegd en niet openbaar.}}",
    claimedMost:
      "Het hoogste cijfer is dat voor {country}: {figure} geclaimd, {documented, plural, =0 {geen} other {#}} gedocumenteerd.",
    claimedDiffering:
      "De cijfers lopen uiteen voor {countries}{rest, plural, =0 {} one { en nog één land} other { en nog # landen}}.",
    notAsked: "niet gevraagd",
    notAnswered: "nog geen antwoord",
    days: "{days, plural, one {# dag} other {# dagen}}",
    rateAndDays: {
      answered: "Antwoordpercentage {rate}; mediaan {days} tot antwoord",
      notAnswered: "Antwoordpercentage {rate}; nog geen antwoord",
      notAsked: "Niet gevraagd: geen antwoordpercentage of dagen tot antwoord",
    },
    responseSays: {
      asked:
        "{country}: {count, plural, =0 {er is niemand gevraagd} one {# verzoek verstuurd} other {# verzoeken verstuurd}}.",
      answered: "{country}: {count, plural, =0 {geen verzoek} one {# verzoek} other {# verzoeken}} beantwoord.",
      denied:
        "{country}: {count, plural, =0 {geen ontkenning} one {# ontkenning} other {# ontkenningen}} vastgelegd, geheel of deels.",
      noComment:
        "{country}: {count, plural, =0 {geen weigering} one {# weigering} other {# weigeringen}} om commentaar te geven vastgelegd.",
      acted:
        "{country}: {count, plural, =0 {geen optreden} one {# optreden} other {# keer optreden}} vastgelegd (sluiting, onderzoek, arrestatie of aanklacht).",
    },
    responsesFinding:
      "Autoriteiten van {denied, plural, =0 {geen enkel land} one {# land} other {# landen}} ontkenden, van {noComment, plural, =0 {geen} other {#}} gaven geen commentaar, van {acted, plural, =0 {geen} other {#}} traden op.",
    responsesAsked:
      "De redactie stuurde {asked, plural, one {# verzoek} other {# verzoeken}} om een reactie; {answered, plural, =0 {geen enkel is} one {# is} other {# zijn}} beantwoord.",
    responsesNobodyAsked:
      "Er valt geen verzoek om een reactie binnen deze weergave, dus er is geen antwoordpercentage.",
    rest: "{count, plural, one {# andere} other {# andere}}",
    monthPart: "{month}: {count, plural, one {# stuk} other {# stukken}}, {name}, van {total} die maand.",
    evidenceFinding:
      "{dated, plural, one {# bewijsstuk is} other {# bewijsstukken zijn}} op de maand gedateerd; de meeste komen uit {month} ({count}).",
    evidenceMost: {
      kind: "De meest voorkomende soort is “{name}” ({share} van alle).",
      language: "De meest voorkomende taal is {name} ({share} van alle).",
    },
    evidenceUnplaced:
      "{coarser, plural, =0 {} one {Van nog één is de datum minder precies dan een maand. } other {Van nog # is de datum minder precies dan een maand. }}{undated, plural, =0 {} one {Van één is de datum onbekend. } other {Van # is de datum onbekend. }}{earlier, plural, =0 {} one {Eén is ouder dan de getekende maanden.} other {# zijn ouder dan de getekende maanden.}}",
    evidenceNothing:
      "Geen bewijs binnen deze weergave is op de maand gedateerd.{coarser, plural, =0 {} one { Van één stuk is de datum minder precies.} other { Van # stukken is de datum minder precies.}}{undated, plural, =0 {} one { Van één is de datum onbekend.} other { Van # is de datum onbekend.}}",
    stepSays:
      "{date}: “{status}” van {before} naar {count}, van {total} locaties in totaal. Opent de locaties die hem toen hadden.",
    stepSaysSince:
      "{date}: “{status}” {count}, op {since} {before}, van {total} locaties in totaal. Opent de locaties die hem toen hadden.",
    drawnSteps:
      "{shown, number} van de {count, number} dagen waarop dat veranderde zijn getekend, van elk tijdvak de laatste.",
    statusPart: "{count} “{status}”",
    statusFinding:
      "Van {firstCount, plural, one {# locatie} other {# locaties}} op {first} naar {count} op {last}, de laatste verandering.",
    statusNow: "Toen: {parts}.",
    statusUndated:
      "{undated, plural, one {Nog één locatie heeft geen datum en is niet getekend.} other {Nog # locaties hebben geen datum en zijn niet getekend.}}",
    statusNothing:
      "Geen locatie binnen deze weergave heeft een datum.{undated, plural, =0 {} one { Eén locatie zonder datum is niet getekend.} other { # locaties zonder datum zijn niet getekend.}}",
    countrySays: "{country}: {count, plural, one {# locatie} other {# locaties}}: {statuses}.",
    countriesTitle: "De landen met de meeste locaties, op één schaal",
    stationsAxis: "locaties",
    itemsAxis: "stukken",
    allCountries: "Alle",
    toCharts: "Alle landen in grafieken",
    chartsOf: "{country} in grafieken",
    drawing: "De tekening verschijnt als de pagina geladen is; de tabel eronder heeft haar cijfers.",
  },
};
