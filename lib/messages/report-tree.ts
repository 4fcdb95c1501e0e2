/** Who reports whom. */
export const reportTree = {
  en: {
    firstHand: "its own publication is on file",
    secondHand: "known only through what others say of it",
    items: "{count, plural, one {# item} other {# items}}",
    derivation: { original: "its own", derived: "cites it", republished: "took it over" },
    unnamed: "No publisher named",
    moreItems: "and {count} more",
    moreOutlets: "{count, plural, one {# more outlet} other {# more outlets}}",
    moreSources: "{count, plural, one {# more source} other {# more sources}}",
    unled:
      "{count, plural, one {# more item supports it and does not say whose report it repeats: it is not counted.} other {# more items support it and do not say whose report they repeat: they are not counted.}}",
  },
  nl: {
    firstHand: "eigen publicatie in het dossier",
    secondHand: "alleen bekend door wat anderen erover zeggen",
    items: "{count, plural, one {# stuk} other {# stukken}}",
    derivation: { original: "van henzelf", derived: "haalt hen aan", republished: "nam het over" },
    unnamed: "Geen uitgever genoemd",
    moreItems: "en nog {count}",
    moreOutlets: "{count, plural, one {nog # medium} other {nog # media}}",
    moreSources: "{count, plural, one {nog # bron} other {nog # bronnen}}",
    unled:
      "{count, plural, one {Nog # stuk steunt de claim en zegt niet wiens bericht het herhaalt: het telt niet mee.} other {Nog # stukken steunen de claim en zeggen niet wiens bericht ze herhalen: ze tellen niet mee.}}",
  },
};
