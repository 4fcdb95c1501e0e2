/** Why a record can't be published yet; the keys are GATE_REASONS. */
export const gate = {
  en: {
    title: "Before this can be published",
    no_source: "It needs at least one published piece of evidence that supports it.",
    no_answer:
      "The authority concerned has to be heard: no published answer is on file, and no request for a reply has passed its deadline.",
    one_person: "A second person has to approve it: nobody publishes alone.",
    rests_on_unpublished: "It rests on an item that is not published itself.",
    no_public_precision:
      "Its place is known more closely than the city: choose how closely it is shown publicly (public precision).",
    no_independent_source: "No independent source supports it: no claim about it has an original behind it.",
    single_source: "It rests on a single independent source.",
    alike_text:
      "{count, plural, one {Two items that count as separate sources share} other {# pairs of items that count as separate sources share}} much of their text: they may be one source.",
    weak_source: "{count, plural, one {One item} other {# items}} under it come from a publisher graded D or E.",
    quote_not_located:
      "{count, plural, one {One quote does} other {# quotes do}} not say where in its item it stands.",
    quote_not_found:
      "{count, plural, one {One quote was} other {# quotes were}} not found in the text of its item’s files: compare the words.",
    names_person: "It names a person: make sure that it is an office holder.",
    answer_waived: "Nobody accused was heard: an editor waived it.",
    precise_location: "The place is shown publicly more closely than its city.",
    far_past: "It is dated more than 30 years ago: make sure that the year is right.",
    speaks_ahead: "It speaks of a time after it was said: make sure that it predicts, and that the year is right.",
    place_at_zero: "Its place is at 0, 0, in the sea off Ghana: make sure that somebody put it there.",
    place_swapped: "Its place lies outside its country, and in it with latitude and longitude the other way round.",
    place_outside: "Its place lies outside its country: make sure that country and coordinates are right.",
    met: {
      address: "It says where it can be found",
      sources: "{count, plural, one {One published source} other {# published sources}}",
      independent: "{count, plural, one {One independent source} other {# independent sources}}",
      quotes: "{count, plural, one {The quote says} other {All quotes say}} where in the item it stands",
      heard: "The accused was heard: {count, plural, one {one answer} other {# answers}} to this",
      asked:
        "The accused was asked, and {count, plural, one {one question} other {# questions}} stayed without an answer in time",
      heard_station: "{count, plural, one {One answer} other {# answers}} about its station, not to this by name",
      heard_country: "{count, plural, one {One answer} other {# answers}} about its country, not to this by name",
      heard_matter:
        "{count, plural, one {One answer} other {# answers}} about the matter as a whole, not to this by name",
      basis: "What it rests on is published: {count, plural, one {one item} other {# items}}",
      persons: "Its field for a person is empty",
      place: "The place is shown publicly no closer than its city",
      hands: "Approved by {by}, who did not write it",
    },
    records: "Which {count}",
    moreRecords: "and {count} more",
    standing: { met: "Met", warns: "Warning", blocks: "Blocks" },
    open: "Nothing stands in the way of publication.",
    waiver: "Waive the reply",
    waiverLead:
      "An editor who did not write it may decide to publish without an answer, with a reason that stays on record.",
    waived: "Reply waived by {name}, {date}: {reason}",
    endWaiver: "End the waiver",
    short: {
      no_source: "no published source",
      no_answer: "no answer on file",
      one_person: "needs a second editor",
      rests_on_unpublished: "rests on an unpublished item",
      no_public_precision: "public precision not decided",
    },
  },
  nl: {
    title: "Voordat dit gepubliceerd kan worden",
    no_source: "Er is minstens één gepubliceerd bewijsstuk nodig dat het ondersteunt.",
    no_answer:
      "De betrokken autoriteit moet gehoord zijn: er is geen gepubliceerd antwoord, en van geen verzoek om wederhoor is de termijn verstreken.",
    one_person: "Een tweede persoon moet het goedkeuren: niemand publiceert alleen.",
    rests_on_unpublished: "Het rust op een dossierstuk dat zelf niet gepubliceerd is.",
    no_public_precision:
      "De plaats is nauwkeuriger bekend dan de stad: kies hoe nauwkeurig ze openbaar zichtbaar is (openbare precisie).",
    no_independent_source: "Geen onafhankelijke bron ondersteunt het: achter geen claim erover staat een origineel.",
    single_source: "Het rust op één onafhankelijke bron.",
    alike_text:
      "{count, plural, one {Twee stukken die als aparte bronnen tellen hebben} other {# paren stukken die als aparte bronnen tellen hebben}} veel tekst gemeen: ze kunnen één bron zijn.",
    weak_source:
      "{count, plural, one {Eén stuk eronder komt} other {# stukken eronder komen}} van een uitgever met graad D of E.",
    quote_not_located:
      "Bij {count, plural, one {één citaat} other {# citaten}} staat niet waar in het stuk het staat.",
    quote_not_found:
      "{count, plural, one {Eén citaat is} other {# citaten zijn}} niet gevonden in de tekst van de bestanden van het stuk: vergelijk de woorden.",
    names_person: "Het noemt een persoon: ga na of dat een ambtsdrager is.",
    answer_waived: "Geen beschuldigde is gehoord: een redacteur zag ervan af.",
    precise_location: "De plaats is nauwkeuriger openbaar zichtbaar dan de stad.",
    far_past: "De datum ligt meer dan 30 jaar terug: ga na of het jaar klopt.",
    speaks_ahead:
      "Het gaat over een tijd na de dag waarop het gezegd is: ga na of het iets voorspelt, en of het jaar klopt.",
    place_at_zero: "De plaats ligt op 0, 0, in zee bij Ghana: ga na of iemand die zo bedoelde.",
    place_swapped: "De plaats ligt buiten het land, en erin als breedte en lengte worden omgewisseld.",
    place_outside: "De plaats ligt buiten het land: ga na of land en coördinaten kloppen.",
    met: {
      address: "Er staat bij waar het te vinden is",
      sources: "{count, plural, one {Eén gepubliceerde bron} other {# gepubliceerde bronnen}}",
      independent: "{count, plural, one {Eén onafhankelijke bron} other {# onafhankelijke bronnen}}",
      quotes: "Bij {count, plural, one {het citaat} other {alle citaten}} staat waar in het stuk het staat",
      heard: "De beschuldigde is gehoord: {count, plural, one {één antwoord} other {# antwoorden}} hierop",
      asked:
        "De beschuldigde is gevraagd, en {count, plural, one {één vraag bleef} other {# vragen bleven}} zonder antwoord binnen de termijn",
      heard_station: "{count, plural, one {Eén antwoord} other {# antwoorden}} over de locatie, niet hierop",
      heard_country: "{count, plural, one {Eén antwoord} other {# antwoorden}} over het land, niet hierop",
      heard_matter: "{count, plural, one {Eén antwoord} other {# antwoorden}} over de zaak als geheel, niet hierop",
      basis: "Waar het op rust is gepubliceerd: {count, plural, one {één dossierstuk} other {# dossierstukken}}",
      persons: "Het veld voor een persoon is leeg",
      place: "De plaats is niet nauwkeuriger openbaar zichtbaar dan de stad",
      hands: "Goedgekeurd door {by}, die het niet schreef",
    },
    records: "Welke {count}",
    moreRecords: "en nog {count}",
    standing: { met: "In orde", warns: "Waarschuwing", blocks: "Blokkeert" },
    open: "Niets staat publicatie in de weg.",
    waiver: "Afzien van wederhoor",
    waiverLead:
      "Een redacteur die er niet aan schreef kan besluiten zonder antwoord te publiceren, met een reden die bewaard blijft.",
    waived: "Van wederhoor afgezien door {name}, {date}: {reason}",
    endWaiver: "Afzien beëindigen",
    short: {
      no_source: "geen gepubliceerde bron",
      no_answer: "geen antwoord bekend",
      one_person: "nog niet tegengelezen",
      rests_on_unpublished: "rust op een ongepubliceerd dossierstuk",
      no_public_precision: "openbare precisie niet bepaald",
    },
  },
};
