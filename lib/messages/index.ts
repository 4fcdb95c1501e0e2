import { alikeText } from "./alike-text";
import { bulk } from "./bulk";
import { capture } from "./capture";
import { charts } from "./charts";
import { claim } from "./claim";
import { common } from "./common";
import { correction } from "./correction";
import { country } from "./country";
import { date } from "./date";
import { discussion } from "./discussion";
import { doubt } from "./doubt";
import { draft } from "./draft";
import { event } from "./event";
import { evidence } from "./evidence";
import { explorer } from "./explorer";
import { figure } from "./figure";
import { file } from "./file";
import { filter } from "./filter";
import { form } from "./form";
import { gate } from "./gate";
import { help } from "./help";
import { history } from "./history";
import { inbox } from "./inbox";
import { keys } from "./keys";
import { letter } from "./letter";
import { map } from "./map";
import { merge } from "./merge";
import { organization } from "./organization";
import { overview } from "./overview";
import { palette } from "./palette";
import { proposal } from "./proposal";
import { queue } from "./queue";
import { reading } from "./reading";
import { record } from "./record";
import { redaction } from "./redaction";
import { refusal } from "./refusal";
import { region } from "./region";
import { replyRequest } from "./reply-request";
import { reportTree } from "./report-tree";
import { response } from "./response";
import { scope } from "./scope";
import { search } from "./search";
import { shell } from "./shell";
import { signIn } from "./sign-in";
import { station } from "./station";
import { status } from "./status";
import { statusReport } from "./status-report";
import { summary } from "./summary";
import { timeline } from "./timeline";
import { toast } from "./toast";
import { trash } from "./trash";
import { validation } from "./validation";
import { watch } from "./watch";
import { workflow } from "./workflow";

/** Every word a person reads, by namespace; each file holds both languages. */
export const messages = {
  alikeText,
  keys,
  help,
  capture,
  charts,
  scope,
  figure,
  file,
  correction,
  palette,
  proposal,
  queue,
  bulk,
  timeline,
  toast,
  trash,
  country,
  overview,
  claim,
  common,
  date,
  discussion,
  doubt,
  draft,
  event,
  evidence,
  explorer,
  filter,
  form,
  gate,
  history,
  letter,
  inbox,
  map,
  merge,
  organization,
  reading,
  record,
  redaction,
  refusal,
  region,
  replyRequest,
  reportTree,
  response,
  search,
  shell,
  signIn,
  station,
  status,
  statusReport,
  summary,
  validation,
  watch,
  workflow,
};

export type Namespace = keyof typeof messages;
export type Catalogue = { [N in Namespace]: (typeof messages)[N]["en"] };
