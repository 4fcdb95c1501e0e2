import type { Wall } from "@/lib/records/capture";
import type { ReadPage } from "./read-page";

/** In letters: what is hardly a page, and what is little beside the words of a wall. */
const [THIN, LITTLE] = [140, 300];

/** Programs that ask whether one is a person, as they are named in a page's scripts and frames. */
const CHALLENGE =
  /challenges\.cloudflare|cf-challenge|challenge-platform|cf-turnstile|px-captcha|captcha-delivery|datadome|hcaptcha|recaptcha|arkoselabs|_incapsula_|awswaf|geetest/;
const CAPTCHA_WORDS =
  /just a moment|attention required|checking (?:if|your browser)|verify(?:ing)? (?:that )?you are (?:a )?human|are you a (?:robot|human)|not a robot|unusual (?:traffic|activity)|access (?:to this page )?(?:has been |is )?(?:denied|blocked)|request blocked|security check|pardon our interruption|enable javascript and cookies|geen robot|ongebruikelijk verkeer|toegang geweigerd|kein roboter|zugriff verweigert|pas un robot|accès refusé|no eres un robot|acceso denegado|non sei un robot|accesso negato|安全验证|访问过于频繁|人机验证/i;
const TRACKING = /cookie|privacy|tracking|datenschutz|partners|confidentialité|隐私/i;
const AGREEING =
  /before you continue|accept|agree|consent|your (?:choice|permission)|manage (?:preferences|options)|toestemming|akkoord|zustimm|einwillig|akzeptier|consentement|aceptar|consenso|accetta|同意/i;
const LOGIN_WORDS =
  /(?:log|sign) ?in to (?:continue|read|view|see|your)|please (?:log|sign) ?in|subscribe (?:now )?to (?:continue|read|keep)|(?:subscribers?|members?)[ -]only|already (?:a subscriber|have an account)|create (?:a free |an )?account|forgot(?:ten)? (?:your )?password|log in om|inloggen om|meld u aan|alleen voor abonnees|wachtwoord vergeten|jetzt anmelden|passwort vergessen|nur für abonnenten|connectez-vous|réservé aux abonnés|mot de passe oublié|inicia sesión|solo para suscriptores|accedi per|riservato agli abbonati|请登录|登录后/i;

/**
 * What stands in the place of a page, as far as its answer shows; null for what looks like a page. Words alone say nothing: an article
 * may be about them, and most pages have a banner. They say so where hardly anything else is to be read.
 */
export function wallOf(status: number, page: ReadPage | null): Wall | null {
  if (status >= 400) return "status";
  if (!page) return null;
  const { title, text, marks, hasPassword, isReadable } = page;
  const isThin = text.length < THIN;
  if (isLittleBut(page, (line) => CAPTCHA_WORDS.test(line)) || (isThin && CHALLENGE.test(marks))) return "captcha";
  if (isLittleBut(page, (line) => TRACKING.test(line) && AGREEING.test(line), `${title}: ${text}`)) return "consent";
  if (isLittleBut(page, (line) => LOGIN_WORDS.test(line)) || (hasPassword && !isReadable)) return "login";
  return isThin && !saysSomething(text) ? "thin" : null;
}

const SENTENCE_END = /[.!?。！？؟।…]\s?["'”’»」）)]*$/u;
const LETTERS = /\p{L}/gu;
const SIGNS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;
/** In letters, and in signs that say a word each. */
const SHORTEST_SENTENCE = { letters: 25, signs: 8 };

const isSentence = (line: string): boolean =>
  SENTENCE_END.test(line) &&
  ((line.match(LETTERS)?.length ?? 0) >= SHORTEST_SENTENCE.letters ||
    (line.match(SIGNS)?.length ?? 0) >= SHORTEST_SENTENCE.signs);

/** What is told by a page that did not come, in whole sentences. */
const NO_PAGE =
  /javascript|browser|loading|redirect|please wait|one moment|try again|went wrong|an error|not (?:be )?found|no longer (?:available|exists)|page (?:isn.t|is not|could not)|maintenance|coming soon|under construction|domain|for sale|niet gevonden|bestaat niet|even geduld|wird geladen|nicht gefunden|introuvable|no encontrada|non trovata|正在加载|请稍候|页面不存在/i;

/** A short statement is one: of an embassy it may be all there is. */
const saysSomething = (text: string): boolean =>
  !NO_PAGE.test(text) && text.split("\n").some((line) => isSentence(line.trim()));

/** Whether a page says that, and hardly anything else. @param whole what is asked first, when it is not by its lines */
function isLittleBut({ title, text }: ReadPage, says: (line: string) => boolean, whole?: string): boolean {
  const lines = text.split("\n");
  const others = lines.filter((line) => !says(line));
  const isSaid = says(title) || others.length < lines.length || (whole !== undefined && says(whole));
  return isSaid && others.join("\n").length < LITTLE;
}
