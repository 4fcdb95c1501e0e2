/** Items whose text stands in another one. */
export const alikeText = {
  en: {
    title: "Same text in other items",
    lead: "A hint, from comparing the files on file word for word. It changes no count by itself: say whether this item has its text from the other one.",
    share: "{percent} % of this text stands in",
    otherShare: "{percent} % of that text stands here",
    published: "{publisher}, {date}",
    sources: "<one></one> and <other></other> share much of their text: they may be one source.",
    confirm: "Record this item as derived from it",
    confirming: "Saving…",
    dismiss: "Not a copy",
    takeBack: "It may be a copy after all",
    dismissed: "Not a copy, says {name}",
    notOriginal: "No claim counts this item as a source of its own.",
    originals:
      "{count, plural, one {# claim counts this item as a source of its own.} other {# claims count this item as a source of its own.}}",
  },
  nl: {
    title: "Dezelfde tekst in andere stukken",
    lead: "Een aanwijzing, uit een woord-voor-woordvergelijking van de bestanden in het dossier. Ze verandert zelf geen telling: zeg of dit stuk zijn tekst van het andere heeft.",
    share: "{percent} % van deze tekst staat in",
    otherShare: "{percent} % van die tekst staat hier",
    published: "{publisher}, {date}",
    sources: "<one></one> en <other></other> hebben veel tekst gemeen: ze kunnen één bron zijn.",
    confirm: "Leg vast dat dit stuk ervan is afgeleid",
    confirming: "Opslaan…",
    dismiss: "Geen kopie",
    takeBack: "Het kan toch een kopie zijn",
    dismissed: "Geen kopie, zegt {name}",
    notOriginal: "Geen claim telt dit stuk als eigen bron.",
    originals:
      "{count, plural, one {# claim telt dit stuk als eigen bron.} other {# claims tellen dit stuk als eigen bron.}}",
  },
};
