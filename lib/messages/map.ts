/** Maps: what they show, what they leave out, and whom the geometry is from. */
export const map = {
  en: {
    world: "Map of the stations in this list",
    summary:
      "{count, plural, =0 {No station of this list has coordinates.} one {# station, at the place that was reported.} other {# stations, at the places that were reported.}}",
    missing:
      "{count, plural, one {# station has no coordinates and is only in the list.} other {# stations have no coordinates and are only in the list.}}",
    locator: "Where {name} was reported",
    point: "{name}, {country}: {status}",
    group: "{count, plural, one {# station} other {# stations}} at one point: {names}",
    table: "Stations on the map",
    coordinates: "Coordinates",
    precision: "Precision",
    legend: "Marks on the map",
    several: "several stations, at one point or too near to draw apart",
    places: "Places: GeoNames (CC BY 4.0)",
    shapes: "Shapes: Natural Earth",
    borders: "Borders are those of the data set and no statement about who owns what.",
  },
  nl: {
    world: "Kaart van de posten in deze lijst",
    summary:
      "{count, plural, =0 {Geen post in deze lijst heeft coördinaten.} one {# post, op de gemelde plaats.} other {# posten, op de gemelde plaatsen.}}",
    missing:
      "{count, plural, one {# post heeft geen coördinaten en staat alleen in de lijst.} other {# posten hebben geen coördinaten en staan alleen in de lijst.}}",
    locator: "Waar {name} gemeld is",
    point: "{name}, {country}: {status}",
    group: "{count, plural, one {# post} other {# posten}} op één punt: {names}",
    table: "Posten op de kaart",
    coordinates: "Coördinaten",
    precision: "Precisie",
    legend: "Tekens op de kaart",
    several: "meer posten, op één punt of te dichtbij om apart te tekenen",
    places: "Plaatsen: GeoNames (CC BY 4.0)",
    shapes: "Vormen: Natural Earth",
    borders: "De grenzen zijn die van de gegevensset en zeggen niet wie wat bezit.",
  },
};
