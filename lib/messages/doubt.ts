/** What rests on an item that was retracted or contradicted. */
export const doubt = {
  en: {
    retracted: "This item was retracted",
    contradicted: "Another item contradicts this one",
    contradictedBy: "Contradicted by",
    resting: "{count, plural, =0 {Nothing else rests on it} one {One item rests on it} other {# items rest on it}}",
    mend: "Look at each again: name another item, let this one only be mentioned, or retract what rests on it too. It is then no longer listed.",
    check: "What each would be left with, should this item turn out to be wrong:",
    more: "The {count} that nobody changed for longest are shown; the others follow as these are done.",
    left: "{left, plural, =0 {without it nothing is left to rest on} one {one other source is left} other {# other sources are left}}",
    leftOfClaim:
      "{grounds, plural, =0 {no independent source} one {# independent source} other {# independent sources}} now, {left, plural, =0 {none} other {#}} without it",
    assessedThen: "by the rules then:",
    statusThen: "the station’s status would then be:",
    figures: "Figures that count it",
    figure: {
      claimed: "Claimed: {count, plural, one {one number} other {# numbers}} of a published claim",
      status: "Status of stations: {count, plural, one {one station} other {# stations}} would have another status",
      responses: "Official answers: {count, plural, one {one of them} other {# of them}}",
    },
    workRetracted: "Rests on a retracted item",
    workContradicted: "Contradicted, and not assessed so",
    restsOn: "Retracted:",
    assess:
      "An item contradicts or retracts each of these claims. Its assessment should say that it is contested, refuted or withdrawn.",
  },
  nl: {
    retracted: "Dit stuk is teruggetrokken",
    contradicted: "Een ander stuk spreekt dit tegen",
    contradictedBy: "Tegengesproken door",
    resting:
      "{count, plural, =0 {Er rust verder niets op} one {Eén dossierstuk rust erop} other {# dossierstukken rusten erop}}",
    mend: "Bekijk elk opnieuw: noem een ander stuk, laat dit alleen nog vermeld worden, of trek ook terug wat erop rust. Daarna staat het hier niet meer.",
    check: "Waarop elk nog zou rusten, als dit stuk niet blijkt te kloppen:",
    more: "De {count} die het langst niet zijn gewijzigd staan hier; de andere volgen als deze zijn gedaan.",
    left: "{left, plural, =0 {zonder dit rust het nergens meer op} one {één andere bron blijft over} other {# andere bronnen blijven over}}",
    leftOfClaim:
      "nu {grounds, plural, =0 {geen onafhankelijke bron} one {# onafhankelijke bron} other {# onafhankelijke bronnen}}, zonder dit {left, plural, =0 {geen} other {#}}",
    assessedThen: "volgens de regels dan:",
    statusThen: "de status van de locatie zou dan zijn:",
    figures: "Cijfers die het meetellen",
    figure: {
      claimed: "Geclaimd: {count, plural, one {één getal} other {# getallen}} van een gepubliceerde claim",
      status:
        "Status van locaties: {count, plural, one {één locatie zou} other {# locaties zouden}} een andere status hebben",
      responses: "Officiële antwoorden: {count, plural, one {één ervan} other {# ervan}}",
    },
    workRetracted: "Rust op een teruggetrokken stuk",
    workContradicted: "Tegengesproken, en niet zo beoordeeld",
    restsOn: "Teruggetrokken:",
    assess:
      "Een stuk weerspreekt elk van deze claims of trekt die terug. De beoordeling hoort dan te zeggen dat de claim omstreden, weerlegd of ingetrokken is.",
  },
};
