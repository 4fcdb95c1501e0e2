/** Pages as they stand at others' addresses, made here: what each says is known, and none is a copy. */
type MadePage = {
  readonly name: string;
  readonly html: string;
  readonly says: { readonly title: string; readonly author: string | null; readonly published: string | null };
  readonly language: string;
  /** A sentence that stands in what one reads, and one that stands beside it. */
  readonly told: string;
  readonly beside: string;
};

/** Of an article that is about what walls say. */
const ABOUT_WALLS =
  "Whoever asks for the page gets an access denied, or has to accept cookies and log in to continue, its readers say.";

const LANGUAGES = {
  en: {
    paragraphs: [
      "The ministry said on Tuesday that it had received no request to open the office, and that it had asked for an explanation.",
      "Two residents of the street said that the blinds were down for months, and that post was collected by a man they did not know.",
      "A spokeswoman wrote that volunteers renew driving licences there, and that no officers work in the building.",
      "The inspectorate will publish its findings in spring, after it has heard those concerned.",
    ],
    banner: "We use cookies. Accept all cookies or manage preferences.",
    menu: "Home News Sign in Subscribe",
  },
  nl: {
    paragraphs: [
      "Het ministerie liet dinsdag weten dat voor het kantoor geen toestemming is gevraagd, en dat om opheldering is verzocht.",
      "Volgens twee buurtbewoners waren de rolluiken maandenlang dicht en haalde een onbekende man de post op.",
      "Een woordvoerder schreef dat vrijwilligers er rijbewijzen verlengen en dat er geen agenten in het pand werken.",
      "De inspectie maakt haar bevindingen in het voorjaar bekend, nadat de betrokkenen zijn gehoord.",
    ],
    banner: "Wij gebruiken cookies. Cookies accepteren of instellingen aanpassen.",
    menu: "Nieuws Inloggen Word abonnee",
  },
  de: {
    paragraphs: [
      "Das Ministerium teilte am Dienstag mit, es habe keine Anfrage zu dem Büro erhalten und um Aufklärung gebeten.",
      "Zwei Anwohner sagten, die Rollläden seien seit Monaten geschlossen, die Post hole ein Unbekannter ab.",
      "Eine Sprecherin schrieb, dort verlängerten Freiwillige Führerscheine, Beamte arbeiteten in dem Haus nicht.",
    ],
    banner: "Wir verwenden Cookies. Alle akzeptieren oder Einwilligung verwalten.",
    menu: "Nachrichten Anmelden Abo",
  },
  fr: {
    paragraphs: [
      "Le ministère a déclaré mardi n’avoir reçu aucune demande concernant ce bureau et avoir sollicité des explications.",
      "Deux riverains ont affirmé que les stores étaient baissés depuis des mois et qu’un inconnu relevait le courrier.",
      "Une porte-parole a écrit que des bénévoles y renouvellent des permis et qu’aucun agent n’y travaille.",
    ],
    banner: "Nous utilisons des cookies. Tout accepter ou continuer sans accepter.",
    menu: "Actualités Connexion Abonnez-vous",
  },
} as const;
type Language = keyof typeof LANGUAGES;

const day = (at: number) =>
  `202${at % 4}-${String((at % 12) + 1).padStart(2, "0")}-${String((at % 28) + 1).padStart(2, "0")}`;

type Parts = { title: string; author: string; published: string; address: string; language: Language };

/** Where a page says what it is: each its own way. */
const HEADS: readonly ((parts: Parts) => string)[] = [
  ({ title, author, published }) => `<title>${title} | The Harbour Post</title>
    <script>window.dataLayer = [];</script><script type="application/ld+json">${JSON.stringify({
      "@context": "https://schema.org",
      "@graph": [
        { "@type": "WebSite", name: "The Harbour Post" },
        {
          "@type": "NewsArticle",
          headline: title,
          datePublished: `${published}T23:30:00+02:00`,
          author: [{ "@type": "Person", name: author }],
        },
      ],
    })}</script><script>if (1 < 2) window.x = "</p>";</script>`,
  ({ title, author, published, address }) => `<title>Harbour Post</title><meta property="og:title" content="${title}">
    <meta property="og:url" content="${address}"><meta name="author" content="${author}">
    <meta property="article:published_time" content="${published}T08:00:00Z">`,
  ({ title, author, published }) => `<title>\n  ${title}\n</title><meta name="Author" content="${author}">
    <meta name="date" content="${published}"><script type="application/ld+json">{ broken: json</script>`,
];

const BODIES: readonly ((paragraphs: readonly string[], around: { menu: string; banner: string }) => string)[] = [
  (paragraphs, { menu, banner }) =>
    `<header><nav>${menu}</nav></header><main><article>${paragraphs.map((text) => `<p>${text}</p>`).join("")}</article></main><footer>${banner}</footer>`,
  (paragraphs, { menu, banner }) =>
    `<nav><ul><li>${menu}</ul></nav><div id="cookie-banner" role="dialog" class="consent"><form>${banner}<button>OK</button></form></div>
     <div class="content">${paragraphs.map((text) => `<div><span>${text}</span></div>`).join("<br>")}</div>`,
  (paragraphs, { menu, banner }) =>
    `<aside>${menu}</aside><section><h2>.</h2><p>${paragraphs.join("<p>")}</section><form><input type="password" name="p"></form><footer><p>${banner}</footer>
     <script src="https://www.google.com/recaptcha/api.js"></script>`,
];

/** So many pages in which there is something to read: of some languages, written in several ways, most with a banner, a form or a menu. */
export function makeCleanPages(count: number): MadePage[] {
  const languages = Object.keys(LANGUAGES) as Language[];
  return Array.from({ length: count }, (_, at) => {
    const language = languages[at % languages.length] ?? "en";
    const { paragraphs, banner, menu } = LANGUAGES[language];
    const parts: Parts = {
      title: `${["Office", "Kantoor", "Büro", "Bureau"][at % 4]} ${at} – ${at % 7 === 0 ? "how to sign in to a closed house" : "what is known"}`,
      author: ["Anna Smit", "J. de Vries", "Li Wei"][at % 3] ?? "",
      published: day(at),
      address: `https://post.example/${at}`,
      language,
    };
    // A statement of two sentences is a page as well.
    const read = at % 5 === 0 ? paragraphs.slice(0, 2) : at % 5 === 1 ? [...paragraphs, ABOUT_WALLS] : paragraphs;
    const [head, body] = [HEADS[at % HEADS.length], BODIES[Math.floor(at / 3) % BODIES.length]];
    return {
      name: `${at}, ${language}`,
      html: `<!doctype html><html lang="${language === "en" ? "en-GB" : language}"><head><meta charset="utf-8">
        <link rel="canonical" href="${parts.address}">${head?.(parts)}</head><body>${body?.(read, { banner, menu })}</body></html>`,
      says: { title: parts.title, author: parts.author, published: parts.published },
      language,
      told: paragraphs[0],
      beside: menu,
    };
  });
}

const wall = (status: number, title: string, body: string) => ({
  status,
  html: `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`,
});

/** What stands at an address when the page itself is not shown. */
export const WALLS_OF_OTHERS: readonly { readonly status: number; readonly html: string }[] = [
  wall(403, "403 Forbidden", "<h1>Forbidden</h1>"),
  wall(404, "Not found", `<main><p>${LANGUAGES.en.paragraphs.join("</p><p>")}</p></main>`),
  wall(429, "Too many requests", "<p>Slow down"),
  wall(451, "Unavailable for legal reasons", "<p>Not available in your region."),
  wall(503, "Service unavailable", "<p>Back soon."),
  wall(
    200,
    "Just a moment...",
    '<script src="/cdn-cgi/challenge-platform/h/b/orchestrate"></script><noscript>Enable JavaScript and cookies to continue</noscript>',
  ),
  wall(200, "Attention Required!", "<h1>Sorry, you have been blocked</h1><p>You are unable to access this site."),
  wall(200, "post.example", '<iframe src="https://geo.captcha-delivery.com/captcha/?initialCid=1"></iframe>'),
  wall(
    200,
    "Verification",
    "<p>Please verify that you are a human by completing the task below so that we know that no program asks for this page.</p><div class=h-captcha></div>",
  ),
  wall(
    200,
    "Pardon our interruption",
    "<p>Something about your browser made us think that you might be a bot, which may be for one of several reasons. Please reload.</p>",
  ),
  wall(200, "访问验证", "<p>您的访问过于频繁，请完成安全验证后继续访问。</p>"),
  wall(
    200,
    "Before you continue",
    "<form><p>We and our partners store cookies on your device to show you advertising, to measure its reach, and to learn who reads this site and how.</p><button>Accept all</button></form>",
  ),
  wall(
    200,
    "Privacy",
    "<div><h1>We value your privacy</h1><p>With your agreement we and 812 partners store and read data on your device. You can change your mind at any time in the settings at the bottom of each page.</p></div>",
  ),
  wall(
    200,
    "DPG Privacy Gate",
    "<div id=pg-root><p>Om deze site te bezoeken vragen wij uw toestemming voor het plaatsen van cookies door ons en door derden, die daarmee advertenties op maat tonen.</p></div>",
  ),
  wall(
    200,
    "Zustimmung",
    "<p>Mit Werbung und Cookies weiterlesen: Besuchen Sie diese Seite wie gewohnt mit Werbung und Tracking. Details stehen in der Datenschutzerklärung. Zustimmen und weiter</p>",
  ),
  wall(
    200,
    "Log in",
    '<main><form method="post"><label>Name<input name="u"></label><label>Password<input type="password" name="p"></label><button>Log in</button></form></main>',
  ),
  wall(
    200,
    "The Harbour Post",
    `<article><p>${LANGUAGES.en.paragraphs[0]}</p><p>Subscribe to continue reading. Already a subscriber? Sign in.</p></article>`,
  ),
  wall(
    200,
    "Artikel",
    `<article><p>${LANGUAGES.nl.paragraphs[0]}</p><p>Dit artikel is alleen voor abonnees. Log in om verder te lezen.</p></article>`,
  ),
  wall(
    200,
    "App",
    '<div id="root"></div><script src="/static/js/main.js"></script><noscript>You need to enable JavaScript to run this app.</noscript>',
  ),
  wall(200, "", ""),
];
