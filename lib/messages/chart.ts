/** Words in and around charts that are drawn in the browser. */
export const chart = {
  en: {
    stationsLabel: "Bars: stations by country, divided by status. The table below has the same figures.",
    monthsLabel: "Bars: items of evidence by month of publication. The table below has the same figures.",
    stations: "{count, plural, one {# station} other {# stations}}",
    items: "{count, plural, =0 {no item} one {# item} other {# items}}",
    key: "Key",
  },
  nl: {
    stationsLabel: "Staven: posten per land, verdeeld naar status. De tabel eronder heeft dezelfde cijfers.",
    monthsLabel: "Staven: bewijsstukken per maand van publicatie. De tabel eronder heeft dezelfde cijfers.",
    stations: "{count, plural, one {# post} other {# posten}}",
    items: "{count, plural, =0 {geen stuk} one {# stuk} other {# stukken}}",
    key: "Legenda",
  },
};
