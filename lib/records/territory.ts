/**
 * Land about which states disagree, and how the map counts it; docs/map-policy.md says why. A newsroom that decides
 * otherwise changes a line here, runs `npm run map` and writes it down there.
 */
type Territory = {
  readonly name: string;
  /** The code (`lib/records/country.ts`) under which records of a place there are filed and its land is filled; null: none. */
  readonly code: string | null;
  /** The shape of Natural Earth (1:50 million, de facto) that holds it, by the data set's name. */
  readonly shape: string;
  /**
   * What of the shape is counted to `code`: `whole`: the shape, which has no number of its own or another's; `part`: the
   * polygon of it that holds `at`, the rest stays what it was; `none`: the map draws the data set's shape as it is.
   */
  readonly counts: "whole" | "part" | "none";
  /** Longitude and latitude of a point within it, WGS 84. */
  readonly at: readonly [number, number];
};

export const TERRITORIES: readonly Territory[] = [
  { name: "Abkhazia", code: "GE", shape: "Georgia", counts: "none", at: [41.2, 43] },
  { name: "Aksai Chin", code: "CN", shape: "China", counts: "none", at: [79.3, 35.2] },
  { name: "Arunachal Pradesh", code: "IN", shape: "India", counts: "none", at: [94.5, 28.2] },
  { name: "Crimea", code: "UA", shape: "Russia", counts: "part", at: [34.1, 45.1] },
  { name: "Donetsk and Luhansk", code: "UA", shape: "Ukraine", counts: "none", at: [37.8, 48] },
  { name: "Essequibo", code: "GY", shape: "Guyana", counts: "none", at: [-59.5, 6] },
  { name: "Falkland Islands (Malvinas)", code: "FK", shape: "Falkland Is.", counts: "none", at: [-58.8, -51.7] },
  { name: "Golan Heights", code: "SY", shape: "Israel", counts: "none", at: [35.8, 33.05] },
  { name: "Hala'ib Triangle", code: "EG", shape: "Egypt", counts: "none", at: [35.5, 22.3] },
  { name: "Hong Kong", code: "HK", shape: "Hong Kong", counts: "none", at: [114.15, 22.4] },
  { name: "Jammu and Kashmir", code: "IN", shape: "India", counts: "none", at: [74.6, 34] },
  { name: "Gilgit-Baltistan", code: "PK", shape: "Pakistan", counts: "none", at: [74.3, 35.9] },
  { name: "Kosovo", code: "XK", shape: "Kosovo", counts: "whole", at: [21.1, 42.6] },
  { name: "Kuril Islands", code: "RU", shape: "Russia", counts: "none", at: [147.9, 45.1] },
  { name: "Northern Cyprus", code: "CY", shape: "N. Cyprus", counts: "whole", at: [33.4, 35.25] },
  { name: "Palestine", code: "PS", shape: "Palestine", counts: "none", at: [35.2, 32] },
  { name: "Siachen Glacier", code: null, shape: "Siachen Glacier", counts: "whole", at: [77.1, 35.5] },
  { name: "Somaliland", code: "SO", shape: "Somaliland", counts: "whole", at: [44.1, 9.5] },
  { name: "South Ossetia", code: "GE", shape: "Georgia", counts: "none", at: [44, 42.35] },
  { name: "Taiwan", code: "TW", shape: "Taiwan", counts: "none", at: [121, 24] },
  { name: "Transnistria", code: "MD", shape: "Moldova", counts: "none", at: [29.5, 47.1] },
  { name: "Western Sahara, east of the berm", code: "EH", shape: "W. Sahara", counts: "none", at: [-9, 27] },
  { name: "Western Sahara, west of the berm", code: "EH", shape: "Morocco", counts: "none", at: [-14.5, 23.5] },
];

/** Shapes that are counted whole, by Natural Earth's name. */
export const WHOLE_SHAPES: ReadonlyMap<string, string | null> = new Map(
  TERRITORIES.filter(({ counts }) => counts === "whole").map(({ shape, code }) => [shape, code]),
);

/** Parts of shapes that are counted to another country than the rest. */
export const SHAPE_PARTS: readonly Territory[] = TERRITORIES.filter(({ counts }) => counts === "part");
