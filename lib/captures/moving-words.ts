const wordsOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Words of a stamp that a page puts on itself. "Published" is none: a page that moves that day says something else than before. */
export const STAMP_WORDS =
  wordsOf(`updated update updating modified modification edited refreshed generated rendered retrieved loaded
  accessed printed clock
  bijgewerkt bijwerking gewijzigd wijziging ververst gegenereerd geladen geraadpleegd geactualiseerd actualisering
  aktualisiert aktualisierung geändert änderung generiert geladen abgerufen stand
  mis mise jour modifié modifiée modification généré générée consulté consultée actualisé actualisée actualisation chargé chargée
  actualizado actualizada actualización modificado modificada modificación generado generada consultado consultada cargado cargada`);

/** What a page counts of its own readers. */
export const COUNTER_WORDS =
  wordsOf(`view views viewed visit visits visitor visitors hit hits read reads reading comment comments share
  shares shared like likes liked follower followers download downloads downloaded online watching viewing click clicks impressions
  pageview pageviews counter
  weergave weergaven bekeken bezoek bezoeken bezoeker bezoekers reactie reacties gedeeld volger volgers gelezen leestijd kijker kijkers
  leest lezen gedownload paginaweergaven bezoekersteller bezoekersaantal teller
  aufruf aufrufe aufgerufen besuch besuche besucher kommentar kommentare geteilt gelesen lesezeit lesen heruntergeladen
  seitenaufruf seitenaufrufe besucherzähler besucherzahl zähler zugriffe
  vue vues visite visites visiteur visiteurs commentaire commentaires partage partages partagé abonné abonnés lu lue lues lecture ligne
  téléchargement téléchargements compteur
  visita visitas vistas visto vista visitante visitantes comentario comentarios compartido compartidos seguidor seguidores leído leída
  lectura descarga descargas línea contador`);

/** What stands for a number where there is none yet. */
export const NONE_WORDS = wordsOf("no none zero geen keine kein aucun aucune sin ningún ninguno");

/** What stands between these words, and says nothing by itself. */
export const LINKING_WORDS =
  wordsOf(`the this page article site website document content was is has been have are it at on in of by to
  and from for as time times date hour local server now today current currently so far since last most recent recently latest total
  all people persons readers users number new yesterday yet you guests members k m mln million minute minutes min mins second seconds sec secs ms s utc gmt cet cest am pm a m p
  de het deze dit pagina artikel werd wordt zijn om op van door te en tot laatst laatste meest recent vandaag nu huidige tijd datum uur
  keer maal mensen personen lezers totaal tijdstip minuten minuut seconden seconde lokale servertijd aantal nieuwe gisteren je bent gasten leden nog
  die der das diese dieser dieses seite ist war wurde am um im von zu und zuletzt letzte letzter heute jetzt aktuelle zeit uhrzeit datum
  uhr mal leser insgesamt minuten sekunden ortszeit anzahl neue gestern mio gäste mitglieder noch sie sind der
  la le les l cette ce cet est a été à au du par et dernière dernier fois maintenant aujourd hui heure heures personnes lecteurs
  il y secondes locale sont nombre de nouveaux nouvelles hier invités membres nous sommes vous êtes
  el los las esta este página artículo sitio es ha sido fue en por y última último vez veces ahora hoy hora fecha personas lectores
  tiempo segundos minutos son número nuevos nuevas ayer mil número invitados usted`);

/** The same of Chinese, where nothing stands between two words. */
export const HAN_STAMP =
  /最后更新|最近更新|更新时间|更新日期|更新于|更新|修改时间|生成时间|现在时间|当前时间|北京时间/g;
export const HAN_COUNTER =
  /浏览次数|浏览量|阅读次数|阅读量|访问次数|访问量|访问人数|访问|点击量|点击数|点击|浏览|阅读|评论|在线|访客|人气/g;
export const HAN_LINKING =
  /今天是|今天|今日|昨天|现在|时间|本页|本文|页面|您是|已|被|于|共|人|第|位|次|的|条|在|数|量|总|当前|有/g;

const MONTHS = `jan(?:uary|uari|uar|vier)?|jän(?:ner)?|feb(?:ruary|ruari|ruar|rero)?|févr?(?:ier)?|mar(?:ch|s|zo)?|maart|mrt|märz?|mrz|apr(?:il)?|avr(?:il)?|abr(?:il)?|may|mei|mai|mayo|june?|juni|juin|junio|july?|juli|juil(?:let)?|julio|aug(?:ust|ustus)?|août|ago(?:sto)?|sept?(?:ember|embre|iembre)?|oct(?:ober|obre|ubre)?|okt(?:ober)?|nov(?:ember|embre|iembre)?|dec(?:ember)?|dez(?:ember)?|déc(?:embre)?|dic(?:iembre)?|ene(?:ro)?`;
const WEEKDAYS = `mon(?:day)?|tue(?:s|sday)?|wed(?:nesday)?|thu(?:rs|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonnabend|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo`;
const ZONE = String.raw`(?:\s*(?:UTC|GMT|CES?T|MES?Z|BST|[ECMP][SD]T|[IJHK]ST|HKT|Z|\(?[+-]\d{2}:?\d{2}\)?))*`;

/** A day, in numbers or with its month in words. */
export const DAY = String.raw`(?:(?:${WEEKDAYS})[.,]?\s+(?:the\s+|le\s+|den\s+|de\s+|el\s+)?)?(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})|\d{1,2}(?:st|nd|rd|th|er|º|\.)?\s+(?:of\s+|de\s+)?(?:${MONTHS})\b\.?(?:,?\s+(?:del?\s+)?\d{4})?|(?:${MONTHS})\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?)|\d{4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*[日号])?|\d{1,2}\s*月\s*\d{1,2}\s*[日号]|(?:星期|周)[一二三四五六日天]|(?:${WEEKDAYS})`;

/** A time of day. A dot between hours and minutes is one only with its word: 12.30 may be any number. */
export const CLOCK = String.raw`(?:上午|下午|晚上|凌晨)?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2}(?:[.,]\d+)?)?(?:\s*(?:[ap]\.?\s?m\b\.?|uhr|uur|hrs?|h)(?![\p{L}]))?${ZONE}|\d{1,2}[.]\d{2}\s*(?:uhr|uur)\b|\d{1,2}\s?h\s?\d{2}(?:\s?(?:min|m))?|\d{1,2}\s*(?:[ap]\.?m\b\.?|uhr\b|uur\b)|(?:上午|下午|晚上|凌晨)?\s*\d{1,2}\s*[时点]\s*\d{1,2}\s*分(?:\s*\d{1,2}\s*秒)?`;

const FEW = String.raw`(?:\d+|an?|one|a few|few|een paar|een|één|enkele|einer?|einem|einigen|wenigen|une?|quelques|una?|unos|unas)`;
const SHORT = {
  ago: `(?:seconds?|secs?|s|minutes?|mins?.?|m|hours?|hrs?|h)`,
  geleden: `(?:seconden?|sec|minuten|minuut|min|uur|uren)`,
  vor: `(?:Sekunden?|Sek|Minuten?|Min|Stunden?|Std)`,
  ilya: `(?:secondes?|minutes?|min|heures?|h)`,
  hace: `(?:segundos?|minutos?|min|horas?|h)`,
};
const LONG = {
  ago: `(?:days?|d|weeks?|months?|years?)`,
  geleden: `(?:dag(?:en)?|week|weken|maand(?:en)?|jaar|jaren)`,
  vor: `(?:Tag(?:en?)?|Wochen?|Monat(?:en?)?|Jahr(?:en?)?)`,
  ilya: `(?:jours?|semaines?|mois|ans?)`,
  hace: `(?:días?|semanas?|mes(?:es)?|años?)`,
};
const agoOf = (unit: typeof SHORT, han: string) =>
  String.raw`(?:(?:about|over|almost|ongeveer|ruim)\s+)?${FEW}\s*${unit.ago}\s+ago\b|${FEW}\s*${unit.geleden}\s+geleden\b|vor\s+${FEW}\s+${unit.vor}\b\.?|il y a\s+${FEW}\s+${unit.ilya}(?![\p{L}])|hace\s+${FEW}\s+${unit.hace}(?![\p{L}])|\d+\s*${han}之?前`;

/** How long ago, up to hours: nobody writes that by hand; and longer, which somebody may. */
export const MOMENTS_AGO = `${agoOf(SHORT, "(?:秒钟?|分钟?|个?小时)")}|just now\\b|zojuist\\b|gerade eben\\b|à l’instant|à l'instant|ahora mismo\\b|hace (?:un momento|instantes)\\b|刚刚`;
export const DAYS_AGO = agoOf(LONG, "(?:天|日|周|个月|年)");
